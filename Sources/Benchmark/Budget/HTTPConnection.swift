import Foundation

/// A connection to a server on this machine that asks one thing after the other.
struct HTTPConnection: ~Copyable {
    private let socket: Int32
    private let port: UInt16

    /// Connects, or returns nil where nobody listens yet.
    init?(port: UInt16) {
        self.port = port
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        var address = Self.address(port)
        let result = withUnsafeBytes(of: &address) { bytes in
            connect(socket, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
        guard result == 0 else {
            close(socket)
            return nil
        }
    }

    deinit { close(socket) }

    /// A port that nobody listens on.
    static func freePort() throws -> UInt16 {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutableBytes(of: &address) { bytes in
            let pointer = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
            return bind(socket, pointer, length) == 0 && getsockname(socket, pointer, &length) == 0
        }
        guard result else { throw BudgetError("there is no free port") }
        return UInt16(bigEndian: address.sin_port)
    }

    /// Gets `path`, and throws when the answer is not 200.
    func get(_ path: String) throws {
        let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
        guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw BudgetError("the server takes no request")
        }
        var answer: [UInt8] = []
        var expected = Int.max
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while answer.count < expected {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { throw BudgetError("the server closed the connection on \(path)") }
            answer += buffer[..<count]
            guard expected == .max, let end = answer.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
            let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            guard head.hasPrefix("HTTP/1.1 200"), let size = length.flatMap({ Int($0.dropFirst(15).drop(while: \.isWhitespace)) }) else {
                throw BudgetError("\(path) is answered by: \(head)")
            }
            expected = end.upperBound + size
        }
    }

    private static func address(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
