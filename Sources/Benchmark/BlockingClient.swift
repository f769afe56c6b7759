import Foundation

/// A client of one connection that waits on the thread that asks, so that its own processor time can be told from the server's.
final class BlockingClient {
    struct Reply: Sendable {
        var status: Int
        var head: String
        var body: [UInt8]
        var milliseconds: Double

        func field(_ name: String) -> String? {
            let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name): ") }
            return line.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String { "the server does not answer: \(String(cString: strerror(errno)))" }
    }

    private let descriptor: Int32
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafeBytes(of: &address) { bytes in
            bytes.baseAddress.map { connect(descriptor, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) } ?? -1
        }
        guard result == 0 else { throw Failure() }
    }

    deinit { close(descriptor) }

    /// Sends a request and waits for the whole response.
    func send(_ method: String, _ path: String, fields: String = "", body: String = "") throws -> Reply {
        let start = ContinuousClock.now
        let length = body.isEmpty ? "" : "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
        var request = Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(fields)\(length)\r\n\(body)".utf8)[...]
        while !request.isEmpty {
            let count = request.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure() }
            request = request.dropFirst(count)
        }
        while true {
            if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                var reply = Reply(status: Int(head.split(separator: " ")[1]) ?? 0, head: head, body: [], milliseconds: 0)
                let length = reply.status == 304 ? 0 : reply.field("content-length").flatMap { Int($0) } ?? 0
                while received.count < end.upperBound + length { try receive() }
                reply.body = Array(received[end.upperBound..<end.upperBound + length])
                received.removeFirst(end.upperBound + length)
                reply.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
                return reply
            }
            try receive()
        }
    }

    private func receive() throws {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw Failure() }
        received += buffer[..<count]
    }

    /// Returns the path of a signed link.
    func sign(_ wish: String) throws -> String {
        let reply = try send("POST", "/api/signatures", body: wish)
        let json = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
        guard let path = json?["url"] as? String else { throw Failure() }
        return path
    }

    /// Asks for all of the paths at once, each by a client and a thread of its own.
    static func replies(port: Int, _ paths: [String]) async throws -> [Reply] {
        try await withThrowingTaskGroup(of: Reply.self) { group in
            for path in paths {
                group.addTask {
                    try await withCheckedThrowingContinuation { continuation in
                        Thread.detachNewThread {
                            continuation.resume(with: Result { try BlockingClient(port: port).send("GET", path) })
                        }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
