import Drawing
import Hashing
import Testing
import Typography

@testable import Rendering

@Suite struct PNGTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    @Test(arguments: [1.0, 2, 3, 4], [Size(width: 1, height: 1), Size(width: 33, height: 7), Size(width: 101, height: 64)])
    func `a lossless file decodes to the very pixels that were drawn`(_ scale: Double, _ size: Size) throws {
        var random = SplitMix64(state: UInt64(size.width) << 8 | UInt64(scale))
        for hasBackground in [true, false] {
            for _ in 0..<4 {
                let scene = Scene.random(size: size, hasBackground: hasBackground, using: &random)
                let bitmap = try scene.rasterized(scale: scale, typesetter: typesetter)
                let decoded = try DecodedPNG(bitmap.png(PNGEncoder(quality: .lossless)))
                #expect(decoded == DecodedPNG(bitmap.surface.pointer))
                #expect(decoded.width == Int(size.width * scale) && decoded.height == Int(size.height * scale))
            }
        }
    }

    @Test(arguments: [PNGEncoder.Quality.standard, .lossless])
    func `more effort makes a smaller file of the same pixels`(_ quality: PNGEncoder.Quality) throws {
        let bitmap = try Scene.chart().rasterized(typesetter: typesetter)
        let fast = try bitmap.png(PNGEncoder(quality: quality, effort: .fast))
        let small = try bitmap.png(PNGEncoder(quality: quality, effort: .small))
        #expect(small.count < fast.count)
        #expect(try DecodedPNG(fast) == DecodedPNG(small))
    }

    @Test func `chunks stand in a fixed order and say size, resolution, title and summary`() throws {
        var scene = Scene.chart()
        scene.title = "Größe <1>"
        scene.summary = "Line one.\nLine\u{0} two."
        let chunks = PNGChunk.all(in: try scene.png(scale: 2, typesetter: typesetter))
        #expect(chunks.map(\.type) == ["IHDR", "pHYs", "iTXt", "iTXt", "PLTE", "IDAT", "IEND"])
        #expect(chunks[0].content == [0, 0, 3, 32, 0, 0, 1, 204, 8, 3, 0, 0, 0])
        // 192 dots to the inch are 7559 to the meter.
        #expect(chunks[1].content == [0, 0, 0x1D, 0x87, 0, 0, 0x1D, 0x87, 1])
        #expect(chunks[2].content == Array("Title\0\0\0\0\0Größe <1>".utf8))
        #expect(chunks[3].content == Array("Description\0\0\0\0\0Line one.\nLine two.".utf8))
    }

    @Test func `a text is deflated where that is shorter, and is read back as it was`() throws {
        var scene = Scene.chart()
        scene.title = "Short"
        scene.summary = (1...60).map { "Month \($0): $\($0 * 37).00" }.joined(separator: "\n")
        let file = try scene.png(typesetter: typesetter)
        let chunks = PNGChunk.all(in: file).filter { $0.type == "iTXt" }
        #expect(chunks[0].content == Array("Title\0\0\0\0\0Short".utf8))
        #expect(chunks[1].content.starts(with: Array("Description\0\u{1}\0\0\0".utf8)))
        #expect(chunks[1].content.count < scene.summary.utf8.count / 2)
        let read = try #require(PictureFile(file))
        #expect(read.title == scene.title && read.summary == scene.summary)
    }

    @Test func `an empty title writes no chunk`() throws {
        var scene = Scene.blank(2, 2)
        scene.title = ""
        let types = PNGChunk.all(in: try scene.png(typesetter: typesetter)).map(\.type)
        #expect(types == ["IHDR", "pHYs", "iTXt", "PLTE", "IDAT", "IEND"])
    }

    @Test func `only a picture with a transparent pixel has an alpha channel`() throws {
        func colorType(_ scene: Scene) throws -> UInt8 {
            try PNGChunk.all(in: scene.png(quality: .lossless, typesetter: typesetter))[0].content[9]
        }
        #expect(try colorType(.blank(9, 9)) == 2)
        #expect(try colorType(.blank(9, 9, background: nil)) == 6)
        #expect(try colorType(.blank(9, 9, background: Color(red: 9, green: 9, blue: 9, alpha: 254))) == 6)
    }

    @Test func `an alpha value is kept, and the color under it`() throws {
        let file = try Scene.blank(1, 1, background: Color(red: 255, green: 0, blue: 0, alpha: 128)).png(typesetter: typesetter)
        #expect(try DecodedPNG(file).pixels == [0x8080_0000])
    }

    @Test(arguments: [1.0, 1.5, 3])
    func `pngcheck finds nothing wrong`(_ scale: Double) throws {
        var clear = Scene.chart()
        clear.nodes.removeFirst()
        for scene in [Scene.chart(), clear, .blank(1, 1)] {
            let report = try Tool.run(
                "pngcheck", ["-v", "{}"], input: scene.png(scale: scale, typesetter: typesetter), fileExtension: "png")
            #expect(String(decoding: report, as: UTF8.self).contains("No errors detected"))
        }
    }

    @Test func `a canvas without pixels or with too many is refused`() throws {
        for (width, height, scale) in [
            (0.0, 10.0, 1.0), (-5, 10, 1), (.nan, 10, 1), (10, .infinity, 1), (10, 10, 0), (10, 10, -1), (10, 10, .nan), (10, 10, 9),
            (40_000, 10, 1), (8001, 8001, 1), (2001, 2001, 4),
        ] {
            let error = #expect(throws: RenderingError.self) {
                _ = try Scene.blank(width, height).png(scale: scale, typesetter: typesetter)
            }
            guard case .canvas = error else {
                Issue.record("\(width) by \(height) at \(scale): \(String(describing: error))")
                continue
            }
        }
    }

    @Test func `an error quotes what is wrong and names the limit`() throws {
        let canvas = RenderingError.canvas(width: 9000, height: 9000, scale: 4).description
        for part in ["9000.0 by 9000.0", "scale 4.0", "64000000"] { #expect(canvas.contains(part)) }
        #expect(RenderingError.coordinate(.nan).description.contains("nan"))
    }

    @Test(arguments: [0.0, 1e-9, 0.5, 500])
    func `text of any size is drawn or too small to be seen`(_ size: Double) throws {
        let text = TextRun("I", at: Point(x: 10, y: 15), anchor: .middle, font: Font(size: size), color: Scene.ink)
        let picture = try DecodedPNG(Scene.blank(20, 20, [.text(text)]).png(quality: .lossless, typesetter: typesetter))
        #expect(picture.pixels.contains { $0 != 0xFFFF_FFFF } == (size >= 0.5))
    }

    @Test(arguments: [Double.nan, .infinity, 1e9])
    func `a shape or text that stands nowhere is refused`(_ value: Double) throws {
        let path = Path(through: [Point(x: 0, y: 0), Point(x: value, y: 3)])
        let text = TextRun("a", at: Point(x: 1, y: value), font: Font(size: 12), color: Scene.ink)
        let large = TextRun("a", at: Point(x: 1, y: 1), font: Font(size: value), color: Scene.ink)
        for node in [Scene.Node.shape(path, fill: Scene.ink, stroke: nil), .text(text), .text(large)] {
            let scene = Scene.blank(20, 20, [node])
            #expect(throws: RenderingError.self) { _ = try scene.png(typesetter: typesetter) }
            #expect(throws: RenderingError.self) { _ = try scene.svg(typesetter: typesetter) }
            #expect(throws: RenderingError.self) { _ = try scene.pdf(typesetter: typesetter) }
        }
    }
}
