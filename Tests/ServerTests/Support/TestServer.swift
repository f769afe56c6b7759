import Access
import Dashboard
import Hummingbird
import Logging
import Mailing
import Purchases
import Signing
import Storage
import Synchronization
import Testing
import Typography

@testable import Server

/// A server on a free port of this machine, for the duration of a test.
struct TestServer: Sendable {
    var port: Int
    /// The patterns of all addresses there are.
    var routes: [String] = []
    let services: Services
    let server: CartographServer

    /// Where its charts are drawn.
    var slots: Admission { services.admission }

    /// Runs a server while `body` runs.
    static func run(
        _ store: (any PurchaseStore)? = nil, lists: any BucketListStore = InMemoryBucketListStore(),
        subscriptions: any MailSubscriptionStore = InMemoryMailSubscriptionStore(), links: any LinkStore = InMemoryLinkStore(),
        charts: any ChartStore = InMemoryChartStore(),
        keys: String = "test:a secret of many bytes", figureKeys: String? = nil,
        clock: TestClock = TestClock(), linkStateLifetime: Duration = .zero, access: AccessControl = .open(), rules: [any GateRule] = [],
        suggest: @escaping BucketListSuggesting = { _, _, _ in .init() }, suggestions: SuggestionRecorder? = nil, logger: Logger = .quiet,
        configure: (inout CartographServer.Configuration) -> Void = { _ in }, routes: (Router<ServerContext>) -> Void = { _ in },
        _ body: (TestServer) async throws -> Void
    ) async throws {
        var configuration = CartographServer.Configuration(build: "test")
        configuration.port = 0
        configuration.mailSender = try Mailbox("Shop <shop@example.org>")
        // On a machine that is busy with other tests a client may get no turn for longer than a real one may be silent.
        (configuration.idleTimeout, configuration.stallTimeout, configuration.bodyTimeout) = (.seconds(600), .seconds(600), .seconds(600))
        configuration.slowSenderInterval = .seconds(600)
        configure(&configuration)
        var sharedStore = store
        // Answers are kept as they are by `serve`; nobody else changes this store, so its revisions may be known for long.
        if sharedStore == nil { sharedStore = CachingPurchaseStore(try await Fixture.store(), revisionLifetime: .seconds(3_600)) }
        var server = CartographServer(
            store: try #require(sharedStore), lists: lists, subscriptions: subscriptions, charts: charts,
            signer: LinkSigner(
                keys: try KeyRing(parsing: keys), store: try #require(sharedStore), links: links, stateLifetime: linkStateLifetime
            ) {
                clock.now
            },
            figureKeys: try figureKeys.map { try KeyRing(parsing: $0) }, suggest: suggest,
            suggestions: suggestions ?? SuggestionRecorder(store: InMemoryPurchaseStore(), logger: logger), typesetter: try Typesetter(),
            pages: try DashboardPages(), access: access,
            configuration: configuration, logger: logger
        )
        let (addresses, continuation) = AsyncStream.makeStream(of: ListeningAddress.self)
        server.gate.rules += rules
        let router = server.router
        routes(router)
        let application = server.application(router: router) { continuation.yield($0) }
        let services = server.services
        let running = server
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var iterator = addresses.makeAsyncIterator()
            let address = try #require(await iterator.next())
            defer { group.cancelAll() }
            try await body(
                TestServer(port: address.port, routes: router.routes.map { $0.path.description }, services: services, server: running))
        }
    }

    /// Sends one request and returns the response.
    ///
    /// - Parameter body: sent as JSON, unless a header says otherwise.
    func send(_ method: String, _ path: String, headers: [String: String] = [:], body: String? = nil) async throws -> HTTPReply {
        try await send(method, path, headers: headers, bytes: body.map { Array($0.utf8) })
    }

    func send(_ method: String, _ path: String, headers: [String: String] = [:], bytes: [UInt8]?) async throws -> HTTPReply {
        try await Connection.open(port: port) { connection in
            let ofBody = bytes.map { ["Content-Type": "application/json", "Content-Length": String($0.count)] } ?? [:]
            let fields = headers.merging(ofBody) { given, _ in given }.map { "\($0.key): \($0.value)\r\n" }.sorted().joined()
            try await connection.send("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n")
            if let bytes { try await connection.send(bytes) }
            return try await connection.response(hasBody: method != "HEAD")
        }
    }

    /// Sends a file as it is.
    func post(_ path: String, _ bytes: [UInt8]) async throws -> HTTPReply {
        try await Connection.open(port: port) { connection in
            try await connection.send("POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(bytes.count)\r\n\r\n")
            try await connection.send(bytes)
            return try await connection.response()
        }
    }

    func get(_ path: String, accept: String? = nil) async throws -> HTTPReply {
        try await send("GET", path, headers: accept.map { ["Accept": $0] } ?? [:])
    }
}

extension Logger {
    static var quiet: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }
}
