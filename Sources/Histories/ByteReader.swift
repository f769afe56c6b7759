/// Reads what `ByteWriter` wrote, and nothing past the end, whatever the bytes are.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// - Parameter bytes: have to stay where they are as long as the reader is used.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var remainingCount: Int { bytes.count - position }

    mutating func byte() throws(HistoryError) -> UInt8 {
        guard position < bytes.count else { throw .damaged(.truncated) }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(HistoryError) -> UInt64 {
        var byte = try byte()
        var number = UInt64(byte & 0x7f)
        var shift: UInt64 = 7
        while byte >= 0x80 {
            byte = try self.byte()
            // A last byte of 0 adds nothing; the tenth has room for one bit.
            guard byte != 0, shift < 63 || shift == 63 && byte == 1 else { throw .damaged(.number) }
            number |= UInt64(byte & 0x7f) << shift
            shift += 7
        }
        return number
    }

    mutating func signed() throws(HistoryError) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    /// Reads how many things follow that take at least `size` bytes each: there are no more of them than there is room for.
    mutating func count(ofAtLeast size: Int) throws(HistoryError) -> Int {
        let number = try number()
        guard number <= UInt64(remainingCount / size) else { throw .damaged(.length) }
        return Int(number)
    }

    mutating func text(count: UInt64) throws(HistoryError) -> String {
        guard count <= UInt64(remainingCount) else { throw .damaged(.length) }
        defer { position += Int(count) }
        let utf8 = bytes[position..<position + Int(count)]
        guard let text = String(validating: utf8, as: UTF8.self) else { throw .damaged(.text) }
        return text
    }

    mutating func word() throws(HistoryError) -> UInt64 {
        guard remainingCount >= 8 else { throw .damaged(.truncated) }
        defer { position += 8 }
        return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }

    /// All that was not read yet.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position...]) }

    func finish() throws(HistoryError) {
        guard remainingCount == 0 else { throw .damaged(.leftover) }
    }
}
