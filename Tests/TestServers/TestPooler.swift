import Foundation

/// A pooler of another make (pgbouncer) in front of a server, which lends every transaction one of a few sessions.
///
/// It keeps no promise that only a session of one's own can keep: what a transaction leaves behind, others find.
public final class TestPooler: Sendable {
    public let port: UInt16
    private let watch: Watch

    /// What is said of tests that cannot be run.
    public static let absence = "pgbouncer is not installed: make setup-test installs it."

    public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

    private static let program = "/usr/sbin/pgbouncer"

    /// - Parameter sessions: how many it has on the server, for each database.
    public init(for server: TestPostgresServer, sessions: Int = 3) throws {
        guard let programs = Programs.installed, Self.isInstalled else { throw TestPostgresServer.Failure(description: Self.absence) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "pgbouncer-\(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        port = try TestPostgresServer.freePort()
        try Data("\"\(TestPostgresServer.user)\" \"\(TestPostgresServer.password)\"\n".utf8).write(to: URL(filePath: "\(folder)/users"))
        let configuration = """
            [databases]
            * = host=127.0.0.1 port=\(server.port)
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = \(port)
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = \(folder)/users
            pool_mode = transaction
            default_pool_size = \(sessions)
            server_round_robin = 1
            logfile = \(folder)/log
            """
        try Data(configuration.utf8).write(to: URL(filePath: "\(folder)/pgbouncer.ini"))
        if let owner = programs.user { try programs.run("/bin/chown", ["-R", owner, folder], asUser: false) }
        watch = try Watch(running: Self.program, "\(folder)/pgbouncer.ini", programs, folder: folder)
        var tries = 0
        while (try? programs.run("pg_isready", ["-h", "127.0.0.1", "-p", "\(port)"], asUser: false)) == nil {
            tries += 1
            guard tries < 1_000 else { throw TestPostgresServer.Failure(description: "pgbouncer has not begun: see \(folder)/log") }
            usleep(10_000)
        }
    }

    /// Returns a URL as people write it.
    public func url(of database: String) -> String {
        "postgres://\(TestPostgresServer.user):\(TestPostgresServer.password)@127.0.0.1:\(port)/\(database)"
    }

    /// Runs SQL, and returns what psql writes of its rows.
    @discardableResult
    public func query(_ sql: String, in database: String) throws -> String {
        try Programs.installed?.run(
            "psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url(of: database), "-c", sql], asUser: false) ?? ""
    }
}
