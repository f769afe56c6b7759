import Hashing
import Testing

@testable import Rendering

/// Pictures given pixel by pixel, which no chart would be.
@Suite struct PNGEncoderTests {
    private func encoded(_ pixels: [UInt32], width: Int, _ encoder: PNGEncoder = PNGEncoder()) throws -> [UInt8] {
        try pixels.withUnsafeBytes { bytes in
            let raster = PNGEncoder.Raster(
                pixels: try #require(bytes.baseAddress).assumingMemoryBound(to: UInt8.self), bytesPerRow: width * 4, width: width,
                height: pixels.count / width
            )
            return try encoder.encode(raster, PNGEncoder.Description(title: "", summary: "", scale: 1))
        }
    }

    /// Stripes of as many colors far apart, each as wide as the picture.
    private func stripes(_ count: Int) -> [UInt32] {
        var pixels: [UInt32] = []
        for index in 0..<UInt32(count) {
            let (red, green, blue) = (index % 8 * 32, index / 8 % 8 * 32, index / 64 * 32)
            pixels += [UInt32](repeating: 0xFF00_0000 | red << 16 | green << 8 | blue, count: 16)
        }
        return pixels
    }

    @Test(arguments: [(1, 3), (2, 3), (256, 3), (257, 2), (500, 2)])
    func `as many areas as a palette has room for are exact, and more are written without one`(_ colors: Int, _ type: UInt8) throws {
        let pixels = stripes(colors)
        let file = try encoded(pixels, width: 16)
        #expect(PNGChunk.colorType(of: file) == type)
        #expect(try DecodedPNG(file).pixels == pixels)
        #expect(PNGChunk.all(in: file).first { $0.type == "PLTE" }?.content.count == (type == 3 ? 3 * colors : nil))
    }

    @Test func `noise is kept exactly, since no palette can stand for it`() throws {
        var random = SplitMix64(state: 9)
        for (count, width) in [(300, 20), (20_000, 125)] {
            let pixels = (0..<count).map { _ in UInt32.random(in: 0...0xFFFFFF, using: &random) | 0xFF00_0000 }
            for effort in [PNGEncoder.Effort.fast, .small] {
                let file = try encoded(pixels, width: width, PNGEncoder(effort: effort))
                #expect(PNGChunk.colorType(of: file) == 2)
                #expect(try DecodedPNG(file).pixels == pixels)
            }
        }
    }

    @Test func `colors that let light through come first, with their alpha`() throws {
        let pixels: [UInt32] = [0xFFFF_0000, 0x8080_0000, 0, 0xFF00_00FF].flatMap { [UInt32](repeating: $0, count: 8) }
        let file = try encoded(pixels, width: 8)
        #expect(try DecodedPNG(file).pixels == pixels)
        let chunks = PNGChunk.all(in: file)
        #expect(chunks.map(\.type) == ["IHDR", "pHYs", "PLTE", "tRNS", "IDAT", "IEND"])
        #expect(chunks[2].content == [255, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255])
        #expect(chunks[3].content == [128, 0])
    }

    @Test func `a file does not depend on the pictures before it`() throws {
        var random = SplitMix64(state: 3)
        let first = try encoded(stripes(40), width: 16)
        for _ in 0..<5 {
            let width = Int.random(in: 1...99, using: &random)
            let pixels = (0..<width * 50).map { _ in UInt32.random(in: 0...300, using: &random) | 0xFF00_0000 }
            #expect(try DecodedPNG(encoded(pixels, width: width)).width == width)
            #expect(try encoded(stripes(40), width: 16) == first)
        }
    }
}
