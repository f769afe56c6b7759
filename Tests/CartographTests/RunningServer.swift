import Foundation
import Testing

/// `cartograph serve` in a process of its own.
struct RunningServer {
    struct Reply {
        var status: Int
        var body: String
        var head = ""

        func field(_ name: String) -> String? {
            let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name.lowercased()): ") }
            return line.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    private let process: Process
    let port: UInt16

    /// Starts the server and returns once it accepts requests.
    init(_ program: Program, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
        process = Process()
        process.executableURL = Program.executable
        process.arguments = ["serve", "--port", "0"] + arguments
        process.currentDirectoryURL = program.folder
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        let output = program.folder.appending(path: "server-output")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        let errors = program.folder.appending(path: "server-errors")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        while true {
            let text = try String(contentsOf: output, encoding: .utf8)
            if let address = text.firstMatch(of: /Cartograph is at http:\/\/127\.0\.0\.1:(\d+)\n/) {
                port = try #require(UInt16(address.1))
                return
            }
            guard process.isRunning else { throw Stopped(errors: try String(contentsOf: errors, encoding: .utf8)) }
            usleep(5_000)
        }
    }

    struct Stopped: Error { var errors: String }

    /// Ends the process as a loss of power would: it has no say in it.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks the server to end, as `docker stop` does, and returns its exit status once it has.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Sends one request and returns the answer.
    func send(_ method: String, _ path: String, body: String? = nil, headers: [String: String] = [:]) throws -> Reply {
        try Self.send(to: port, method, path, body: body, headers: headers)
    }

    /// Sends one request to a port of this machine and returns the answer.
    static func send(
        to port: UInt16, _ method: String, _ path: String, body: String? = nil, headers: [String: String] = [:]
    ) throws -> Reply {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        try #require(status == 0)
        let ofBody = body.map { "Content-Type: application/json\r\nContent-Length: \($0.utf8.count)\r\n" } ?? ""
        let fields = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
        let request = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(fields)\(ofBody)\r\n\(body ?? "")"
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        try file.write(contentsOf: Data(request.utf8))
        let reply = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
        let parts = reply.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        return Reply(
            status: try #require(Int(reply.dropFirst("HTTP/1.1 ".count).prefix(3))), body: parts.count > 1 ? String(parts[1]) : "",
            head: parts.first.map(String.init) ?? ""
        )
    }
}
