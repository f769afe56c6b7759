import Foundation
import Synchronization

/// A mail server on a free port of this machine that takes every mail and keeps none.
final class MailSink: Sendable {
    struct Counts: Sendable {
        var connections = 0
        var mails = 0
        var bytes = 0
    }

    let port: Int
    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { throw BlockingClient.Failure() }
        port = Int(in_port_t(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
                state.withLock { $0.connections += 1 }
                Thread.detachNewThread { [self] in serve(descriptor) }
            }
        }
    }

    /// What this needs of SMTP (RFC 5321): an answer to every line, and to the end of a mail.
    private func serve(_ descriptor: Int32) {
        defer { Foundation.close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var line: [UInt8] = []
        // The last five bytes of a mail, of which its end is made; nil between mails.
        var end: UInt64?
        guard answer("220 sink", on: descriptor) else { return }
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            for byte in buffer[..<count] {
                if let tail = end {
                    let next = (tail << 8 | UInt64(byte)) & 0xFF_FFFF_FFFF
                    end = next
                    // CR LF . CR LF
                    guard next == 0x0D0A_2E0D_0A else { continue }
                    end = nil
                    state.withLock { $0.mails += 1 }
                    guard answer("250 taken", on: descriptor) else { return }
                } else if byte == UInt8(ascii: "\n") {
                    let text = String(decoding: line, as: UTF8.self)
                    line = []
                    if text.hasPrefix("DATA") { end = 0x0D0A }
                    guard answer(text.hasPrefix("DATA") ? "354 go on" : text.hasPrefix("QUIT") ? "221 bye" : "250 sink", on: descriptor)
                    else { return }
                } else {
                    line.append(byte)
                }
            }
            state.withLock { $0.bytes += count }
        }
    }

    private func answer(_ text: String, on descriptor: Int32) -> Bool {
        let bytes = Array("\(text)\r\n".utf8)
        return bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
    }
}
