import Access
public import Dashboard
import Foundation
import HTTPTypes
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import Signing
public import Storage
public import Typography

/// The service over HTTP.
///
///     let server = CartographServer(
///         store: store, lists: lists, subscriptions: store, charts: store, signer: signer, typesetter: typesetter, pages: pages, configuration: .init(build: "1.0"), logger: logger)
///     try await server.application { address in print(address) }.runService()
public struct CartographServer: Sendable {
    let services: Services
    /// What every request passes.
    var gate: Gate
    let logger: Logger

    var configuration: Configuration { services.configuration }

    /// - Parameters:
    ///   - figureKeys: what sign the figures in pictures; nil to leave them unsigned, so that pictures are the same on every machine.
    ///   - suggestions: where it is kept what was suggested, and whether it was bought; nil to keep nothing of it.
    ///   - suggest: makes the bucket list of shoppers who have none of their own.
    public init(
        store: any PurchaseStore, lists: any BucketListStore, subscriptions: any MailSubscriptionStore, charts: any ChartStore,
        signer: LinkSigner, figureKeys: KeyRing? = nil,
        suggest: @escaping BucketListSuggesting = { _, _, _ in .init() }, suggestions: SuggestionRecorder? = nil,
        typesetter: Typesetter, pages: DashboardPages, access: AccessControl, configuration: Configuration, logger: Logger
    ) {
        let contents = ContentCache(capacity: configuration.contentCacheLimit)
        services = Services(
            store: store, lists: lists, subscriptions: subscriptions,
            charts: ChartArchive(store: charts, limits: configuration.keptCharts, now: signer.now), signer: signer, figureKeys: figureKeys,
            figureIdentity: figureKeys.map { [$0.signature(ofFigures: "")] } ?? [], suggest: suggest, suggestions: suggestions,
            typesetter: typesetter, pages: pages,
            configuration: configuration,
            admission: Admission(count: configuration.renderingSlotCount, waitingLimit: configuration.waitingLimit),
            searches: Admission(count: 1, waitingLimit: configuration.waitingLimit),
            contents: contents, kept: KeptAnswers(capacity: configuration.keptAnswerLimit),
            problems: ProblemAnswers(
                typesetter: typesetter, admission: Admission(count: 1, waitingLimit: 16), contents: contents, build: configuration.build)
        )
        gate = Gate(
            rules: [
                AddressLengthRule(limit: configuration.addressLimit, chartLimit: configuration.chartAddressLimit),
                HostRule(hosts: access.settings.hosts), CrossSiteRule(),
            ],
            access: access, metrics: services.metrics, sharesLivePictures: configuration.sharesLivePictures)
        self.logger = logger
    }

    /// Whether a server could not start because another program listens where it should.
    public static func isAddressInUse(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EADDRINUSE }

    /// Returns the service to run.
    ///
    /// - Parameter onRunning: Called once requests are accepted.
    public func application(onRunning: @escaping @Sendable (ListeningAddress) async -> Void = { _ in }) -> some ApplicationProtocol {
        application(router: router, onRunning: onRunning)
    }

    /// Returns a service that tells the metrics, and nothing else, at an address of its own, where it asks nobody who they are.
    public func metricsApplication(
        host: String, port: Int, onRunning: @escaping @Sendable (ListeningAddress) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let router = Router(context: BasicRequestContext.self)
        router.get("metrics") { [routes = MetricsRoutes(services: services)] _, _ in
            Response(
                status: .ok, headers: [.contentType: MetricsText.contentType, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: routes.text)))
        }
        return Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in
                guard let address = channel.localAddress, let port = address.port else { return }
                await onRunning(ListeningAddress(host: address.ipAddress ?? host, port: port))
            }, logger: logger)
    }

    /// Serves until the task is cancelled.
    public func run(onRunning: @escaping @Sendable (ListeningAddress) async -> Void = { _ in }) async throws {
        try await application(onRunning: onRunning).run()
    }

    func application(
        router: Router<ServerContext>, onRunning: @escaping @Sendable (ListeningAddress) async -> Void
    ) -> Application<RouterResponder<ServerContext>> {
        let (configuration, kept, gate, date) = (configuration, services.kept, gate, HTTPDate())
        return Application(
            router: router,
            server: HTTPServerBuilder {
                HTTPConnection(responder: $0, configuration: configuration, kept: kept, gate: gate, date: date)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(configuration.connectionLimit, logger: logger)
            ),
            onServerRunning: { channel in
                guard let address = channel.localAddress, let port = address.port else { return }
                await onRunning(ListeningAddress(host: address.ipAddress ?? configuration.host, port: port))
            },
            logger: logger
        )
    }
}

/// Where a server accepts requests.
public struct ListeningAddress: Hashable, Sendable {
    public var host: String
    public var port: Int
}

extension ListeningAddress: CustomStringConvertible {
    /// As a browser takes it, as in `http://127.0.0.1:8080`.
    public var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
