import Drawing
import Testing
import Typography

@testable import Rendering

/// What stands on pixels: bars, hairlines, text.
@Suite struct CrispnessTests {
    private let typesetter: Typesetter
    private let white: UInt32 = 0xFFFF_FFFF
    private let black = Color(0)

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    private func picture(_ nodes: [Scene.Node], scale: Double) throws -> DecodedPNG {
        try DecodedPNG(Scene.blank(60, 40, nodes).png(scale: scale, typesetter: typesetter))
    }

    @Test(arguments: [1.0, 2, 3, 4], [10.0, 10.25, 10.5, 10.99])
    func `a hairline is as many pixels wide as the scale, all of its own color`(_ scale: Double, _ place: Double) throws {
        let level = Path(through: [Point(x: 5, y: place), Point(x: 50, y: place)])
        let upright = Path(through: [Point(x: place, y: 5), Point(x: place, y: 35)])
        let across = try picture([.shape(level, fill: nil, stroke: Stroke(black))], scale: scale).column(Int(20 * scale))
        let along = try picture([.shape(upright, fill: nil, stroke: Stroke(black))], scale: scale)
        #expect(across.count { $0 == 0xFF00_0000 } == Int(scale))
        #expect(across.count { $0 != white } == Int(scale))
        #expect(along.row(Int(20 * scale)).count { $0 == 0xFF00_0000 } == Int(scale))
        #expect(along.column(Int(place * scale)).allSatisfy { $0 == white || $0 == 0xFF00_0000 })
    }

    @Test(arguments: [1.0, 1.5, 2, 3])
    func `a bar has sharp edges, and a row of bars has even gaps`(_ scale: Double) throws {
        for radius in [0.0, 2] {
            let bars: [Scene.Node] = (0..<7).map { index in
                let left = 1.3 + Double(index) * 8.37
                let rect = Rect(left: left, top: 11.7, right: left + 5.21, bottom: 38.6)
                return .shape(Path(rect, rounding: .top, radius: radius), fill: black, stroke: nil)
            }
            let row = try picture(bars, scale: scale).row(Int(30 * scale))
            #expect(row.allSatisfy { $0 == white || $0 == 0xFF00_0000 })
            let lengths = row.split(separator: white).map(\.count)
            #expect(lengths.count == 7)
            let gaps = row.split(separator: 0xFF00_0000).dropFirst().dropLast().map(\.count)
            for counts in [lengths, gaps] {
                #expect(try #require(counts.max()) - #require(counts.min()) <= 1)
            }
        }
    }

    @Test func `a bar too thin for a pixel does not vanish`() throws {
        let sliver = Path(Rect(left: 10, top: 20.1, right: 20, bottom: 20.3))
        #expect(try picture([.shape(sliver, fill: black, stroke: nil)], scale: 1).column(15).contains { $0 != white })
    }

    @Test func `a background of a broken size covers every pixel`() throws {
        for scale in [1, 1.25, 1.5, 2, 3.3] {
            let file = try Scene.blank(33.3, 21.7).png(scale: scale, typesetter: typesetter)
            #expect(try DecodedPNG(file).pixels.allSatisfy { $0 == white })
        }
    }

    @Test(arguments: [TextRun.Anchor.start, .middle, .end])
    func `text is drawn as wide as it was measured and where its anchor says`(_ anchor: TextRun.Anchor) throws {
        // The letter has next to no room at its sides, so ink and advance nearly agree.
        let font = Font(.semibold, size: 12)
        let text = TextRun("HHH", at: Point(x: 30, y: 25), anchor: anchor, font: font, color: black)
        let width = typesetter.width(of: "HHH", in: font)
        let left = 30 - anchor.share * width
        let picture = try picture([.text(text)], scale: 4)
        let inked = (0..<picture.width).filter { x in picture.column(x).contains { $0 != white } }
        #expect(abs(Double(try #require(inked.first)) / 4 - left) < 1.5)
        #expect(abs(Double(try #require(inked.last)) / 4 - (left + width)) < 1.5)
    }

    @Test func `text too large for masks is drawn where smaller text would be`() throws {
        let text = TextRun("Eg", at: Point(x: 30, y: 30), anchor: .middle, font: Font(size: 30), color: black)
        let (small, large) = (try picture([.text(text)], scale: 1), try picture([.text(text)], scale: 3))
        func share(_ picture: DecodedPNG) -> Double {
            Double(picture.pixels.reduce(0) { $0 + Int(255 - $1 & 255) }) / Double(picture.pixels.count)
        }
        #expect(abs(share(small) / share(large) - 1) < 0.05)
    }

    @Test func `text that runs off the canvas is cut, whatever its length`() throws {
        let long = String(repeating: "wide ", count: 2000)
        for x in [-3000.0, -5, 55, 3000] {
            let text = TextRun(long, at: Point(x: x, y: 20), font: Font(size: 14), color: black)
            #expect(try picture([.text(text)], scale: 2).width == 120)
        }
    }
}
