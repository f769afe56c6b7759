import Foundation

/// A PostgreSQL server on loopback with a folder of its own, which goes when the process ends, however it ends.
///
///     let server = try TestPostgresServer()
///     try server.query("CREATE DATABASE shop")
///     server.url(of: "shop")          // postgres://chart:secret@127.0.0.1:49152/shop
public final class TestPostgresServer: Sendable {
    public let port: UInt16
    private let programs: Programs
    private let data: String
    private let watch: Watch

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// What is said of tests that cannot be run.
    public static let absence = "PostgreSQL is not installed: make setup-test installs it."

    public static var isInstalled: Bool { Programs.installed != nil }

    /// Makes the files of a server, and starts it.
    public convenience init() throws {
        try self.init { programs, data, folder in
            let password = "\(folder)/password"
            try Data("\(Self.password)\n".utf8).write(to: URL(filePath: password))
            try programs.run(
                "initdb",
                [
                    "-D", data, "-U", Self.user, "-A", "scram-sha-256", "--pwfile=\(password)", "-E", "UTF8", "--locale=C.UTF-8",
                    "--no-sync",
                ]
            )
        }
    }

    /// Makes a copy of a server that follows it and can be read, and starts it.
    public convenience init(following primary: TestPostgresServer) throws {
        try self.init { programs, data, _ in
            try programs.run(
                "pg_basebackup", ["-D", data, "-d", primary.url(of: "postgres"), "-R", "-X", "stream", "-c", "fast", "--no-sync"])
        }
    }

    private init(makingFiles make: (_ programs: Programs, _ data: String, _ folder: String) throws -> Void) throws {
        guard let programs = Programs.installed else { throw Failure(description: Self.absence) }
        self.programs = programs
        let folder = FileManager.default.temporaryDirectory.appending(path: "postgres-\(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if let owner = programs.user { try programs.run("/bin/chown", ["-R", owner, folder], asUser: false) }
        data = "\(folder)/data"
        try make(programs, data, folder)
        port = try Self.freePort()
        let settings = """

            listen_addresses = '127.0.0.1'
            port = \(port)
            unix_socket_directories = ''
            fsync = off
            full_page_writes = off
            logging_collector = on
            """
        let configuration = try FileHandle(forWritingTo: URL(filePath: "\(data)/postgresql.conf"))
        try configuration.seekToEnd()
        try configuration.write(contentsOf: Data(settings.utf8))
        try configuration.close()
        watch = try Watch(programs, data: data, folder: folder)
        try start()
    }

    public static let user = "chart"
    public static let password = "secret"

    /// Returns a URL as people write it.
    public func url(of database: String, user: String = user, password: String = password) -> String {
        "postgres://\(user):\(password)@127.0.0.1:\(port)/\(database)"
    }

    /// Starts the server after it was stopped, and returns once it can be connected to.
    ///
    /// pg_ctl would leave it as a grandchild that holds on to what a `Process` waits for.
    public func start() throws {
        let process = programs.process("postgres", ["-D", data])
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while (try? programs.run("pg_isready", ["-h", "127.0.0.1", "-p", "\(port)"], asUser: false)) == nil {
            guard process.isRunning else { throw Failure(description: "the server has ended: see \(data)/log") }
            usleep(10_000)
        }
    }

    /// Ends the server and all connections to it.
    public func stop() throws { try programs.run("pg_ctl", ["-D", data, "-w", "-m", "fast", "stop"]) }

    /// Waits until this server, which follows another, has all that the other has now.
    public func catchUp(with primary: TestPostgresServer) throws {
        let place = try primary.query("SELECT pg_current_wal_lsn()")
        while try query("SELECT pg_last_wal_replay_lsn() >= '\(place)'") != "t" { usleep(5_000) }
    }

    /// Runs SQL, and returns what psql writes of its rows.
    @discardableResult
    public func query(_ sql: String, in database: String = "postgres") throws -> String {
        try programs.run("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url(of: database), "-c", sql], asUser: false)
    }

    /// Returns a port that nobody listens on.
    public static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
            }
        }
        guard status == 0 else { throw Failure(description: "there is no free port on 127.0.0.1") }
        return UInt16(bigEndian: address.sin_port)
    }
}
