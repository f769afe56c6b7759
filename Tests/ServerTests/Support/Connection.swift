import NIOCore
import NIOPosix

/// A bare TCP connection: what is sent is exactly what a test says, and what comes back is exactly what was sent.
struct Connection {
    struct Closed: Error {}

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received: [UInt8] = []

    /// Opens a connection for as long as `body` runs.
    static func open<Value: Sendable>(port: Int, _ body: (inout Connection) async throws -> Value) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) {
            channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var connection = Connection(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&connection)
        }
    }

    private init(inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.inbound = inbound
        self.outbound = outbound
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }
    func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    /// Reads what comes next.
    mutating func bytes() async throws -> [UInt8] {
        defer { received = [] }
        if received.isEmpty {
            guard let bytes = try await inbound.next() else { throw Closed() }
            received = Array(buffer: bytes)
        }
        return received
    }

    /// Reads until the server closes the connection, and returns what came.
    mutating func readToEnd() async -> [UInt8] {
        while let bytes = try? await inbound.next() { received += Array(buffer: bytes) }
        defer { received = [] }
        return received
    }

    /// Reads one response and leaves what comes after it.
    mutating func response(hasBody: Bool = true) async throws -> HTTPReply {
        while true {
            if let (reply, length) = try HTTPReply.parse(received[...], hasBody: hasBody) {
                received.removeFirst(length)
                return reply
            }
            guard let bytes = try await inbound.next() else { throw Closed() }
            received += Array(buffer: bytes)
        }
    }
}

extension [UInt8] {
    fileprivate init(buffer: ByteBuffer) { self = Array(buffer.readableBytesView) }
}
