import SQLStorage

/// Rows on their way into a table, in COPY's binary format.
struct CopyWriter {
    private let connection: Connection
    private var bytes: [UInt8] = []

    /// As much as fills a few packets; the socket's buffer holds no more anyway.
    private static let chunkSize = 1 << 17

    fileprivate init(to connection: Connection) {
        self.connection = connection
        bytes.reserveCapacity(Self.chunkSize + 4_096)
        // The signature, no flags, no extension of the header.
        bytes += [UInt8]("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)
    }

    mutating func append<each Value: PostgresValue>(_ values: repeat each Value) throws {
        let start = bytes.count
        bytes.appendNetworkOrder(Int16(0))
        var count: UInt8 = 0
        for value in repeat each values {
            value.append(to: &bytes)
            count += 1
        }
        bytes[start + 1] = count
        if bytes.count >= Self.chunkSize { try send() }
    }

    mutating func append(_ values: [SQLValue]) throws {
        bytes.appendNetworkOrder(Int16(values.count))
        for value in values { value.append(to: &bytes) }
        if bytes.count >= Self.chunkSize { try send() }
    }

    fileprivate mutating func finish() throws {
        bytes.appendNetworkOrder(Int16(-1))
        try send()
        try connection.endCopy()
    }

    private mutating func send() throws {
        try connection.send(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

extension Connection {
    /// Runs a `COPY … FROM STDIN (FORMAT binary)` with the rows that `write` appends.
    ///
    /// When `write` throws, the connection is in the middle of the rows and good for nothing more.
    func copy(_ sql: String, _ write: (inout CopyWriter) throws -> Void) throws {
        try executeAll(sql)
        var writer = CopyWriter(to: self)
        try write(&writer)
        try writer.finish()
    }
}
