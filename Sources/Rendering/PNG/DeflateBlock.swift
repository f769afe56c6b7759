/// A block of a Deflate stream with codes of its own (RFC 1951), gathered as symbols and then written.
struct DeflateBlock: ~Copyable {
    /// A literal byte, or a match: 1 in the highest bit, then its length − 3 and, in the lower half, its distance − 1.
    private let tokens = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: capacity)
    private var count = 0
    /// How often each symbol stands in the block.
    private var literals = [Int](repeating: 0, count: 286)
    private var distances = [Int](repeating: 0, count: 30)

    /// The most tokens in a block: its memory, and how often codes are made for what follows.
    static let capacity = 1 << 16
    private static let endOfBlock = 256
    /// The order in which the lengths of the codes for lengths are written (RFC 1951, 3.2.7).
    private static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    deinit { tokens.deallocate() }

    var isFull: Bool { count == Self.capacity }

    /// - Precondition: The block is not full.
    @inline(__always) mutating func append(literal: UInt8) { append(UInt32(literal)) }

    /// - Precondition: The block is not full.
    /// - Parameters:
    ///   - length: 3…258.
    ///   - distance: 1…32,768.
    @inline(__always) mutating func append(length: Int, distance: Int) {
        append(1 << 31 | UInt32(truncatingIfNeeded: length &- 3) << 16 | UInt32(truncatingIfNeeded: distance &- 1))
    }

    @inline(__always) private mutating func append(_ token: UInt32) {
        tokens[count] = token
        count &+= 1
    }

    /// Writes the block and forgets its tokens.
    mutating func write(to stream: inout BitWriter, isLast: Bool) {
        countSymbols()
        let literalCode = HuffmanCode(frequencies: literals, limit: 15)
        let distanceCode = HuffmanCode(frequencies: distances, limit: 15)
        let (literalTable, distanceTable) = (literalCode.table, distanceCode.table)
        stream.reserve(bits: Self.headerBits + sizeInBits(literalCode, distanceCode))
        stream.append(isLast ? 0b101 : 0b100, bits: 3)
        Self.writeLengths(literalCode, distanceCode, to: &stream)
        for token in tokens[..<count] {
            if token >> 31 == 0 {
                stream.append(literalTable[Int(token)])
            } else {
                let (length, distance) = (Self.lengthSymbol(token >> 16 & 0xFF), Self.distanceSymbol(token & 0x7FFF))
                stream.append(literalTable[length.symbol])
                stream.append(UInt64(length.rest), bits: length.restBits)
                stream.append(distanceTable[distance.symbol])
                stream.append(UInt64(distance.rest), bits: distance.restBits)
            }
        }
        stream.append(literalTable[Self.endOfBlock])
        count = 0
    }

    private mutating func countSymbols() {
        literals.withUnsafeMutableBufferPointer { literals in
            distances.withUnsafeMutableBufferPointer { distances in
                literals.update(repeating: 0)
                distances.update(repeating: 0)
                for token in tokens[..<count] {
                    if token >> 31 == 0 {
                        literals[Int(token)] &+= 1
                    } else {
                        literals[Self.lengthSymbol(token >> 16 & 0xFF).symbol] &+= 1
                        distances[Self.distanceSymbol(token & 0x7FFF).symbol] &+= 1
                    }
                }
                literals[Self.endOfBlock] = 1
            }
        }
    }

    private typealias Symbol = (symbol: Int, rest: UInt32, restBits: Int)

    /// Returns the symbol of a length − 3, and what follows it (RFC 1951, 3.2.5).
    @inline(__always) private static func lengthSymbol(_ length: UInt32) -> Symbol {
        if length < 8 { return (257 + Int(length), 0, 0) }
        if length == 255 { return (285, 0, 0) }
        let bits = 29 - length.leadingZeroBitCount
        return (261 + 4 * bits + Int(length >> UInt32(bits) & 3), length & (1 << UInt32(bits) - 1), bits)
    }

    /// Returns the symbol of a distance − 1, and what follows it.
    @inline(__always) private static func distanceSymbol(_ distance: UInt32) -> Symbol {
        if distance < 4 { return (Int(distance), 0, 0) }
        let bits = 30 - distance.leadingZeroBitCount
        return (2 + 2 * bits + Int(distance >> UInt32(bits) & 1), distance & (1 << UInt32(bits) - 1), bits)
    }

    /// Writes the lengths of both codes, themselves coded.
    private static func writeLengths(_ literalCode: HuffmanCode, _ distanceCode: HuffmanCode, to stream: inout BitWriter) {
        let literalCount = max(257, (literalCode.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
        let distanceCount = max(1, (distanceCode.lengths.lastIndex { $0 > 0 } ?? 0) + 1)
        let items = runs(of: literalCode.lengths[..<literalCount] + distanceCode.lengths[..<distanceCount])
        var frequencies = [Int](repeating: 0, count: 19)
        for item in items { frequencies[item.symbol] += 1 }
        let code = HuffmanCode(frequencies: frequencies, limit: 7)
        let table = code.table
        let codeCount = max(4, (codeLengthOrder.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
        stream.append(UInt64(literalCount - 257), bits: 5)
        stream.append(UInt64(distanceCount - 1), bits: 5)
        stream.append(UInt64(codeCount - 4), bits: 4)
        for symbol in codeLengthOrder[..<codeCount] { stream.append(UInt64(code.lengths[symbol]), bits: 3) }
        for item in items {
            stream.append(table[item.symbol])
            stream.append(UInt64(item.rest), bits: item.restBits)
        }
    }

    /// The bits of a block's type and its two codes: 316 lengths of at most 14 bits each, and what stands before them.
    private static let headerBits = 5_000

    /// Returns how many bits the tokens take.
    private func sizeInBits(_ literalCode: HuffmanCode, _ distanceCode: HuffmanCode) -> Int {
        // At most 5 bits follow the symbol of a length, at most 13 that of a distance.
        zip(literals, literalCode.lengths).reduce(0) { $0 + $1.0 * (Int($1.1) + 5) }
            + zip(distances, distanceCode.lengths).reduce(0) { $0 + $1.0 * (Int($1.1) + 13) }
    }

    /// Returns lengths with their repetitions put in short: 16 repeats the last one 3…6 times, 17 and 18 a zero 3…10 and 11…138 times.
    private static func runs(of lengths: ArraySlice<UInt8>) -> [Symbol] {
        var items: [Symbol] = []
        items.reserveCapacity(lengths.count)
        var start = lengths.startIndex
        while start < lengths.endIndex {
            let value = lengths[start]
            let end = lengths[start...].firstIndex { $0 != value } ?? lengths.endIndex
            var count = end - start
            start = end
            if value > 0 {
                items.append((Int(value), 0, 0))
                count -= 1
            }
            while count >= 3 {
                let part = min(count, value > 0 ? 6 : 138)
                if value > 0 {
                    items.append((16, UInt32(part - 3), 2))
                } else {
                    items.append(part < 11 ? (17, UInt32(part - 3), 3) : (18, UInt32(part - 11), 7))
                }
                count -= part
            }
            for _ in 0..<count { items.append((Int(value), 0, 0)) }
        }
        return items
    }
}
