import CPostgres

/// A row of a result in binary format. Columns count from 0.
struct PostgresRow {
    let result: OpaquePointer
    let number: Int32

    func isNull(_ column: Int32) -> Bool { PQgetisnull(result, number, column) == 1 }

    /// Reads a `bigint`; 0 for NULL.
    func integer(_ column: Int32) -> Int64 {
        let bytes = bytes(column)
        guard bytes.count == MemoryLayout<Int64>.size else { return 0 }
        return Int64(bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(as: Int64.self))
    }

    /// Reads a `text`; empty for NULL.
    func text(_ column: Int32) -> String { bytes(column).unescapedText }

    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(result, number, column))
        guard let address = PQgetvalue(result, number, column) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: UnsafeRawPointer(address).assumingMemoryBound(to: UInt8.self), count: count)
    }
}
