/// Empty databases of one server, a few of which are lent out at a time.
///
///     try await TestDatabases.shared.withDatabase { url in … }
public actor TestDatabases {
    public static let shared = TestDatabases()

    private static let limit = 4

    private var server: Result<TestPostgresServer, any Error>?
    private var startedPooler: Result<TestPooler, any Error>?
    private var free: [String] = []
    private var made = 0
    private var waiting: [CheckedContinuation<String, Never>] = []

    /// Calls `body` with the URL of a database in which there is nothing.
    public nonisolated func withDatabase<Value>(
        _ body: (_ server: TestPostgresServer, _ database: String) async throws -> Value
    ) async throws -> Value {
        let (server, database) = try await take()
        let result: Result<Value, any Error>
        do { result = .success(try await body(server, database)) } catch { result = .failure(error) }
        try await giveBack(database, of: server)
        return try result.get()
    }

    /// Returns a pooler in front of the server.
    public func pooler() throws -> TestPooler {
        let pooler = startedPooler ?? Result { try TestPooler(for: running()) }
        startedPooler = pooler
        return try pooler.get()
    }

    private func running() throws -> TestPostgresServer {
        let server = self.server ?? Result { try TestPostgresServer() }
        self.server = server
        return try server.get()
    }

    private func take() async throws -> (TestPostgresServer, String) {
        let running = try running()
        if let database = free.popLast() { return (running, database) }
        if made < Self.limit {
            made += 1
            try running.query("CREATE DATABASE test\(made)")
            return (running, "test\(made)")
        }
        return (running, await withCheckedContinuation { waiting.append($0) })
    }

    private func giveBack(_ database: String, of server: TestPostgresServer) throws {
        try server.query("DROP SCHEMA IF EXISTS cartograph CASCADE", in: database)
        if waiting.isEmpty { free.append(database) } else { waiting.removeFirst().resume(returning: database) }
    }
}
