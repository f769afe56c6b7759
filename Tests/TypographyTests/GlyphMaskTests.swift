import Drawing
import Testing

@testable import Typography

@Suite struct GlyphMaskTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    private func masks(_ text: String, size: Double = 12, left: Double, baseline: Double = 0) throws -> [GlyphMask.Placed] {
        let run = try #require(typesetter.shape(text, in: Font(size: size)).runs.first)
        return try #require(typesetter.masks(of: run, pixelSize: size, left: left, baseline: baseline))
    }

    @Test(arguments: [-100.0, -1, 1, 37, 5000])
    func `a whole pixel further, masks are the same ones a whole pixel further`(_ distance: Double) throws {
        let here = try masks("Tea 12", left: 0.3)
        let there = try masks("Tea 12", left: 0.3 + distance, baseline: distance)
        for (one, other) in zip(here, there) {
            #expect(other.x - one.x == Int(distance))
            #expect(other.y - one.y == Int(distance))
            #expect(other.mask.coverage == one.mask.coverage)
        }
    }

    @Test func `an origin is at most an eighth of a pixel from where it was measured`() throws {
        // The middle of an upright stroke moves with the origin; the pixels at its sides tell where its edges are.
        func center(_ left: Double) throws -> Double {
            let placed = try #require(try masks("l", size: 20, left: left).first)
            let row = placed.mask.coverage.dropFirst(5 * placed.mask.width).prefix(placed.mask.width)
            let (first, last) = (Double(try #require(row.first)) / 255, Double(try #require(row.last)) / 255)
            return Double(placed.x) + (Double(placed.mask.width) - first + last) / 2
        }
        let start = try center(0)
        for step in 0...40 {
            let left = Double(step) / 20
            let error = try center(left) - start - left
            #expect(abs(error) < 0.125 + 0.02)
        }
    }

    @Test func `a space covers nothing`() throws {
        let mask = try #require(try masks(" ", left: 0).first).mask
        #expect(mask.coverage.isEmpty)
    }

    @Test func `text larger than 64 pixels has no masks`() throws {
        let run = try #require(typesetter.shape("A", in: Font(size: 12)).runs.first)
        #expect(typesetter.masks(of: run, pixelSize: 64, left: 0, baseline: 0) != nil)
        #expect(typesetter.masks(of: run, pixelSize: 64.5, left: 0, baseline: 0) == nil)
    }
}
