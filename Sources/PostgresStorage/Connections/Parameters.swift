import CPostgres
import SQLStorage

/// The parameters of one statement, in binary format.
struct Parameters {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    /// Where each parameter's length begins, and the parameter itself four bytes later.
    private var offsets: [Int] = []

    mutating func append<Value: PostgresValue>(_ value: Value) {
        types.append(Value.type)
        offsets.append(bytes.count)
        value.append(to: &bytes)
    }

    mutating func append(_ value: SQLValue) {
        types.append(value.type)
        offsets.append(bytes.count)
        value.append(to: &bytes)
    }

    /// Calls `body` with what `PQsendQueryPrepared` wants: how many there are, where they are, their lengths and their formats.
    func withPointers(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Int32
    ) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            let lengths = offsets.map { Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: $0, as: Int32.self)) }
            let values = zip(offsets, lengths).map { offset, length -> UnsafePointer<CChar>? in
                length < 0 ? nil : bytes.baseAddress.map { ($0 + offset + 4).assumingMemoryBound(to: CChar.self) }
            }
            return body(Int32(types.count), values, lengths, types.map { _ in 1 })
        }
    }
}
