/// Bytes that grow by numbers and texts.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ other: ByteWriter) { bytes.append(contentsOf: other.bytes) }

    /// Appends a number as unsigned LEB128: seven bits a byte, the lowest first, in the fewest bytes.
    mutating func append(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func append(count: Int) { append(number: UInt64(count)) }

    /// Appends a number that may be negative, folded so that small ones of either sign are short: 0, -1, 1, -2 become 0, 1, 2, 3.
    mutating func append(signed number: Int64) { append(number: UInt64(bitPattern: number << 1 ^ number >> 63)) }

    mutating func append(bytesOf text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends eight bytes, the lowest first.
    mutating func append(word: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
    }
}
