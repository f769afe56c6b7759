import Foundation

/// PostgreSQL's programs on this machine, and who may run them.
struct Programs: Sendable {
    /// Where Debian puts what a server needs.
    private let folder: String
    /// A server does not run as root: who it runs as instead, nil when this process is somebody else already.
    let user: String?

    static let installed = Programs()

    private init?() {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let folders = versions.sorted { $0.localizedStandardCompare($1) == .orderedDescending }.map { "/usr/lib/postgresql/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = (folders + path).first { folder in
            ["initdb", "postgres", "pg_ctl", "pg_isready", "psql"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
        guard let found else { return nil }
        folder = found
        user = getuid() == 0 ? ["postgres", "nobody"].first { getpwnam($0) != nil } : nil
    }

    func path(of program: String) -> String { program.hasPrefix("/") ? program : "\(folder)/\(program)" }

    /// Returns a process that runs one of the programs as who may run it.
    func process(_ program: String, _ arguments: [String], asUser: Bool = true) -> Process {
        let command = [path(of: program)] + arguments
        let process = Process()
        // Whoever runs a program there need not have the right to see this process's folder.
        process.currentDirectoryURL = URL(filePath: "/")
        if let user, asUser {
            process.executableURL = URL(filePath: "/usr/sbin/runuser")
            process.arguments = ["-u", user, "--"] + command
        } else {
            process.executableURL = URL(filePath: command[0])
            process.arguments = arguments
        }
        return process
    }

    /// Runs a program to its end, and returns what it wrote.
    @discardableResult
    func run(_ program: String, _ arguments: [String], asUser: Bool = true) throws -> String {
        let process = process(program, arguments, asUser: asUser)
        // A file takes any amount, where a pipe that nobody reads would stop the program.
        let output = FileManager.default.temporaryDirectory.appending(path: "postgres-output-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: output, encoding: .utf8)
        guard process.terminationStatus == 0 else { throw TestPostgresServer.Failure(description: "\(program) has failed: \(text)") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
