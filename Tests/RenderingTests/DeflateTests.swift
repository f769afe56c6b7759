import CDeflate
import Hashing
import Testing

@testable import Rendering

@Suite struct DeflateTests {
    /// Returns the bytes of a zlib stream as libdeflate reads them; nil when it is no stream of `count` bytes.
    private func inflated(_ stream: [UInt8], count: Int) -> [UInt8]? {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var room = [UInt8](repeating: 0, count: max(1, count))
        var actual = 0
        let result = libdeflate_zlib_decompress(decompressor, stream, stream.count, &room, count, &actual)
        return result == LIBDEFLATE_SUCCESS && actual == count ? Array(room.prefix(count)) : nil
    }

    private func roundTrips(_ bytes: [UInt8], rowLength: Int) -> Bool {
        var deflater = RowDeflater()
        let streams = (0..<2).map { _ in bytes.withUnsafeBytes { deflater.zlibStream(of: $0, rowLength: rowLength) } }
        // Twice, since the second time the memory of the first is used.
        return inflated(streams[0], count: bytes.count) == bytes && streams[0] == streams[1]
    }

    @Test func `nothing, one byte, and a few bytes`() {
        for bytes in [[], [7], [7, 7], [1, 2, 3], [UInt8](repeating: 0, count: 5)] as [[UInt8]] {
            #expect(roundTrips(bytes, rowLength: 1))
            #expect(roundTrips(bytes, rowLength: 40_000))
        }
    }

    @Test(arguments: [2, 5, 258, 259, 260, 261, 262, 516, 519, 70_000])
    func `a run of any length`(_ count: Int) {
        for rowLength in [1, 3, 257, 258, 800] {
            #expect(roundTrips([UInt8](repeating: 9, count: count), rowLength: rowLength))
            #expect(roundTrips([1] + [UInt8](repeating: 9, count: count) + [2, 3], rowLength: rowLength))
        }
    }

    @Test(arguments: [1, 7, 100, 801, 32_768, 32_769, 40_000])
    func `rows that repeat, with a change now and then`(_ rowLength: Int) {
        var random = SplitMix64(state: UInt64(rowLength))
        var row = (0..<rowLength).map { _ in UInt8.random(in: 0...3, using: &random) }
        var bytes: [UInt8] = []
        for _ in 0..<max(4, 3_000 / rowLength) {
            if Bool.random(using: &random) { row[Int.random(in: 0..<rowLength, using: &random)] = .random(in: 0...255, using: &random) }
            bytes += row
        }
        #expect(roundTrips(bytes, rowLength: rowLength))
    }

    @Test func `bytes of any kind, in more than one block`() {
        var random = SplitMix64(state: 5)
        for largest in [1, 40, 255] as [UInt8] {
            let bytes = (0..<2 * DeflateBlock.capacity + 1_234).map { _ in UInt8.random(in: 0...largest, using: &random) }
            #expect(roundTrips(bytes, rowLength: 999))
        }
    }

    @Test func `frequencies so uneven that codes reach the longest length`() {
        // Each as frequent as the two before it together.
        var (bytes, counts) = ([UInt8](), [1, 1])
        while counts.count < 24 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
        for (byte, count) in counts.enumerated() { bytes += [UInt8](repeating: UInt8(byte), count: count) }
        var random = SplitMix64(state: 6)
        bytes.shuffle(using: &random)
        #expect(roundTrips(bytes, rowLength: 50_000))
    }
}
