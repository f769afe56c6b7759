import CPostgres
public import SQLStorage

/// A row of a result in binary format. Columns count from 0.
public struct PostgresRow: SQLRow {
    let result: OpaquePointer
    let number: Int32

    public func isNull(_ column: Int32) -> Bool { PQgetisnull(result, number, column) == 1 }

    /// Reads a `bigint`; 0 for NULL.
    public func integer(_ column: Int32) -> Int64 {
        let field = field(column)
        guard field.count == MemoryLayout<Int64>.size else { return 0 }
        return Int64(bigEndian: UnsafeRawBufferPointer(field).loadUnaligned(as: Int64.self))
    }

    /// Reads a `text`; empty for NULL.
    public func text(_ column: Int32) -> String { field(column).unescapedText }

    /// Reads a `bytea`; empty for NULL.
    public func bytes(_ column: Int32) -> [UInt8] { Array(field(column)) }

    private func field(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        let count = Int(PQgetlength(result, number, column))
        guard let address = PQgetvalue(result, number, column) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: UnsafeRawPointer(address).assumingMemoryBound(to: UInt8.self), count: count)
    }
}
