import CDeflate

/// Compresses the rows of a flat picture, one byte a pixel, to a zlib stream (RFC 1950, 1951).
///
/// A general compressor looks up and remembers every byte. Of a chart nearly all of them repeat the byte before
/// or the row above, so those two places are looked at first, and only what neither of them has is looked up. That
/// makes it several times faster than libdeflate, for about as many bytes as that makes of it.
struct RowDeflater: ~Copyable {
    private var stream = BitWriter()
    private var block = DeflateBlock()
    /// Where four bytes with that hash were seen last.
    private let places = UnsafeMutableBufferPointer<Int32>.allocate(capacity: placeCount)

    private static let placeCount = 1 << placeBits
    private static let placeBits = 14
    private static let farthestMatch = 32_768

    deinit { places.deallocate() }

    var capacity: Int { stream.capacity }

    /// Returns `bytes`, rows of `rowLength` bytes each, as a zlib stream.
    mutating func zlibStream(of bytes: UnsafeRawBufferPointer, rowLength: Int) -> [UInt8] {
        stream.removeAll()
        stream.reserve(bits: 64)
        stream.append(0x0178, bits: 16)
        places.update(repeating: -1)
        // What is empty may have no address, and has no bytes to match.
        if let start = bytes.baseAddress { findMatches(Text(start: start, count: bytes.count), rowLength) }
        block.write(to: &stream, isLast: true)
        // Without an address it would return where a checksum starts, which is 1 too.
        let checksum = libdeflate_adler32(1, bytes.baseAddress, bytes.count)
        stream.appendAligned((0..<4).map { UInt8(truncatingIfNeeded: checksum >> (24 - 8 * $0)) })
        return Array(stream.bytes)
    }

    private mutating func findMatches(_ text: Text, _ rowLength: Int) {
        var index = 0
        // Where the next row starts, and the last one that is no repetition; how far above a byte the one is that it may repeat.
        var (nextRow, lastRow, rowDistance) = (0, 0, 0)
        while index < text.count {
            if block.isFull { block.write(to: &stream, isLast: false) }
            while index >= nextRow {
                let isRepetition = text[nextRow] == PNGFilter.up
                rowDistance = isRepetition ? rowLength : max(rowLength, nextRow - lastRow)
                if !isRepetition { lastRow = nextRow }
                nextRow += rowLength
            }
            var (length, distance) = (0, 1)
            if index > 0 { length = text.matchLength(at: index, distance: 1) }
            if length < Text.longestMatch, index >= rowDistance, rowDistance <= Self.farthestMatch {
                let above = text.matchLength(at: index, distance: rowDistance)
                // The distance takes some bits more.
                if above > length + 2 { (length, distance) = (above, rowDistance) }
            }
            if length < 4, index + 4 <= text.count {
                let slot = Int((text.word(at: index) &* 0x9E37_79B1) >> (32 - UInt32(Self.placeBits)))
                let place = Int(places[slot])
                places[slot] = Int32(truncatingIfNeeded: index)
                if place >= 0, index - place <= Self.farthestMatch {
                    let found = text.matchLength(at: index, distance: index - place)
                    if found > max(length, 3) { (length, distance) = (found, index - place) }
                }
            }
            if length < 3 {
                block.append(literal: text[index])
                index += 1
            } else {
                block.append(length: length, distance: distance)
                index += length
            }
        }
    }
}

/// Bytes to be searched.
private struct Text {
    let start: UnsafeRawPointer
    let count: Int

    static let longestMatch = 258

    /// - Precondition: The index is in bounds.
    @inline(__always) subscript(index: Int) -> UInt8 { start.load(fromByteOffset: index, as: UInt8.self) }

    /// - Precondition: At least four bytes follow.
    @inline(__always) func word(at index: Int) -> UInt32 { start.loadUnaligned(fromByteOffset: index, as: UInt32.self) }

    /// Returns how many bytes from `index` on, 258 at the most, equal those `distance` before them.
    ///
    /// - Precondition: `distance` is positive and not more than `index`.
    @inline(__always) func matchLength(at index: Int, distance: Int) -> Int {
        let limit = min(count, index + Self.longestMatch)
        var end = index
        // Eight at a time as long as there are eight, so no load leaves the text. What goes on for so long often goes on much longer.
        while end <= limit - 8 {
            let difference = difference(at: end, distance: distance)
            if difference != 0 { return end - index + difference.trailingZeroBitCount / 8 }
            end += 8
            while end <= limit - 32, isRepeated32(at: end, distance: distance) { end += 32 }
        }
        while end < limit, self[end] == self[end - distance] { end += 1 }
        return end - index
    }

    /// Returns where the eight bytes at `index` differ from those `distance` before them, the first byte in the lowest bits.
    @inline(__always) private func difference(at index: Int, distance: Int) -> UInt64 {
        let one = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return (one ^ start.loadUnaligned(fromByteOffset: index - distance, as: UInt64.self)).littleEndian
    }

    @inline(__always) private func isRepeated32(at index: Int, distance: Int) -> Bool {
        difference(at: index, distance: distance) | difference(at: index + 8, distance: distance)
            | difference(at: index + 16, distance: distance) | difference(at: index + 24, distance: distance) == 0
    }
}
