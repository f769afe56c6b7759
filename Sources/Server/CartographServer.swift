public import Dashboard
public import Hummingbird
import HummingbirdCore
public import Logging
public import Signing
public import Storage
public import Typography

/// The service over HTTP.
///
///     let server = CartographServer(
///         store: store, lists: lists, subscriptions: store, signer: signer, typesetter: typesetter, pages: pages, configuration: .init(build: "1.0"), logger: logger)
///     try await server.application { address in print(address) }.runService()
public struct CartographServer: Sendable {
    let store: any PurchaseStore
    let lists: any BucketListStore
    let subscriptions: any MailSubscriptionStore
    let signer: LinkSigner
    /// What sign the figures in pictures; nil to leave them unsigned.
    let figureKeys: KeyRing?
    let suggest: BucketListSuggesting
    let typesetter: Typesetter
    let pages: DashboardPages
    let configuration: Configuration
    let logger: Logger
    let metrics = ServerMetrics()

    /// - Parameters:
    ///   - figureKeys: what sign the figures in pictures; nil to leave them unsigned, so that pictures are the same on every machine.
    ///   - suggest: makes the bucket list of shoppers who have none of their own.
    public init(
        store: any PurchaseStore, lists: any BucketListStore, subscriptions: any MailSubscriptionStore,
        signer: LinkSigner, figureKeys: KeyRing? = nil,
        suggest: @escaping BucketListSuggesting = { _, _, _ in .init() },
        typesetter: Typesetter, pages: DashboardPages, configuration: Configuration, logger: Logger
    ) {
        self.store = store
        self.lists = lists
        self.subscriptions = subscriptions
        self.signer = signer
        self.figureKeys = figureKeys
        self.suggest = suggest
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
        let answers = answerMemory
        return application(router: router(slots: slots, answers: answers), answers: answers, onRunning: onRunning)
    }

    var answerMemory: AnswerMemory { AnswerMemory(store: store, today: configuration.today, capacity: configuration.answerMemoryLimit) }

    func application(
        router: Router<ServerContext>, answers: AnswerMemory, onRunning: @escaping @Sendable (ListeningAddress) async -> Void
    ) -> Application<RouterResponder<ServerContext>> {
        let (configuration, date, metrics) = (configuration, HTTPDate(), metrics)
        return Application(
            router: router,
            server: HTTPServerBuilder {
                HTTPConnection(responder: $0, configuration: configuration, answers: answers, date: date, metrics: metrics)
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
