public import Dashboard
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import Storage
public import Typography

/// The service over HTTP.
///
///     let server = CartographServer(store: store, typesetter: typesetter, pages: pages, configuration: .init(build: "1.0"), logger: logger)
///     try await server.application { address in print(address) }.runService()
public struct CartographServer: Sendable {
    let store: any PurchaseStore
    let typesetter: Typesetter
    let pages: DashboardPages
    let configuration: Configuration
    let logger: Logger

    public init(store: any PurchaseStore, typesetter: Typesetter, pages: DashboardPages, configuration: Configuration, logger: Logger) {
        self.store = store
        self.typesetter = typesetter
        self.pages = pages
        self.configuration = configuration
        self.logger = logger
    }

    /// Returns the service to run.
    ///
    /// - Parameter onRunning: Called once requests are accepted.
    public func application(onRunning: @escaping @Sendable (ListeningAddress) async -> Void = { _ in }) -> some ApplicationProtocol {
        let slots = RenderingSlots(count: configuration.renderingSlotCount, waitingLimit: configuration.waitingLimit)
        return application(router: router(slots: slots), onRunning: onRunning)
    }

    func application(
        router: Router<ServerContext>, onRunning: @escaping @Sendable (ListeningAddress) async -> Void
    ) -> Application<RouterResponder<ServerContext>> {
        Application(
            router: router,
            server: .http1(configuration: connection),
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

    /// None of the framework's limits is set by default.
    private var connection: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                IdleStateHandler(allTimeout: TimeAmount(configuration.stallTimeout)), StalledConnectionHandler(), ClientDeparture(),
                UnmadeBodyHandler(),
            ],
            idleTimeout: TimeAmount(configuration.idleTimeout),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: configuration.headerLimit, maxHeaderListSize: configuration.headerLimit,
                maxHeaderFieldCount: configuration.headerFieldLimit
            )
        )
    }
}
