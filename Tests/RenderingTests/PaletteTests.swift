import Charts
import Drawing
import GalleryCharts
import Hashing
import Testing
import Typography

@testable import Rendering

/// What a palette may change and what it may not.
@Suite struct PaletteTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    private static let sizes = [(100, 80), (320, 200), (800, 400)].map { Size(width: $0.0, height: $0.1) }

    @Test(arguments: GalleryChart.all, [Theme.light, .dark])
    func `a chart of the gallery looks as it was drawn`(_ entry: GalleryChart, _ theme: Theme) throws {
        for (size, scale) in zip(Self.sizes, [2.0, 1, 1]) {
            let scene = try entry.chart.scene(size: size, theme: theme, measuring: typesetter)
            let bitmap = try scene.rasterized(scale: scale, typesetter: typesetter)
            let difference = try PictureDifference(DecodedPNG(bitmap.png()), from: DecodedPNG(bitmap.surface.pointer))
            #expect(difference.isWithinBounds, "\(entry) at \(size), \(difference), \(difference.signalToNoise) dB")
        }
    }

    @Test func `nine charts of ten have a palette`() throws {
        let colorTypes = try GalleryChart.all.map { entry in
            let scene = try entry.chart.scene(size: Self.sizes[1], theme: .light, measuring: typesetter)
            return PNGChunk.colorType(of: try scene.png(scale: 2, typesetter: typesetter))
        }
        #expect(colorTypes.count { $0 == 3 } * 10 >= colorTypes.count * 9)
    }

    @Test(arguments: [1.0, 1.5, 3], [Size(width: 1, height: 1), Size(width: 37, height: 11), Size(width: 203, height: 151)])
    func `any scene is within the bounds, however it is encoded`(_ scale: Double, _ size: Size) throws {
        var random = SplitMix64(state: UInt64(size.width) << 8 | UInt64(scale))
        for hasBackground in [true, false] {
            for _ in 0..<4 {
                let scene = Scene.random(size: size, hasBackground: hasBackground, using: &random)
                let bitmap = try scene.rasterized(scale: scale, typesetter: typesetter)
                let difference = try PictureDifference(
                    DecodedPNG(bitmap.png()), from: DecodedPNG(bitmap.surface.pointer), hasAlpha: !hasBackground
                )
                #expect(difference.isWithinBounds, "\(difference), \(difference.signalToNoise) dB")
            }
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `a chart on nothing keeps its transparency`(_ theme: Theme) throws {
        var clear = theme
        clear.background = .clear
        for entry in GalleryChart.all.prefix(40) {
            let scene = try entry.chart.scene(size: Self.sizes[1], theme: clear, measuring: typesetter)
            let bitmap = try scene.rasterized(scale: 2, typesetter: typesetter)
            let file = try bitmap.png()
            #expect(PNGChunk.all(in: file).map(\.type).contains("tRNS") || PNGChunk.colorType(of: file) == 6)
            let difference = try PictureDifference(DecodedPNG(file), from: DecodedPNG(bitmap.surface.pointer), hasAlpha: true)
            #expect(difference.isWithinBounds, "\(entry), \(difference), \(difference.signalToNoise) dB")
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `a palette keeps the bounds in the channels of the file, whatever shines through`(_ theme: Theme) throws {
        var clear = theme
        clear.background = .clear
        var histogram = ColorHistogram()
        for entry in GalleryChart.all {
            let scene = try entry.chart.scene(size: Self.sizes[1], theme: clear, measuring: typesetter)
            let isCounted = try scene.rasterized(typesetter: typesetter).withRaster { histogram.take(of: $0) }
            guard isCounted, let palette = Palette(of: histogram) else { continue }
            var (squares, visible, pixels) = (0, 0, 0)
            for (number, color) in histogram.entries.enumerated() {
                let other = palette.entries[Int(palette.indices[number])]
                let differences = [0, 8, 16, 24].map { abs(Int(color.color >> $0 & 255) - Int(other >> $0 & 255)) }
                let (count, largest) = (Int(color.pixelCount), differences.max() ?? 0)
                #expect(largest <= (color.isFlat ? 0 : 32))
                if largest > 8 { visible += count }
                squares += differences.reduce(0) { $0 + $1 * $1 } * count
                pixels += count
            }
            #expect(visible * 1_000 <= pixels)
            #expect(Double(squares) <= 255 * 255 / 25_118.9 * Double(4 * pixels))
        }
    }

    @Test func `a hairline and a thin bar keep their exact color`() throws {
        let (grid, blue) = (Color(0xF9FAFB), Color(0x2563EC))
        let upright = Path(through: [Point(x: 20, y: 5), Point(x: 20, y: 60)])
        let level = Path(through: [Point(x: 3, y: 40), Point(x: 12, y: 40)])
        let near = Path(Rect(left: 60, top: 10, right: 90, bottom: 60))
        let bar = Path(Rect(left: 40, top: 5, right: 43, bottom: 60))
        let scene = Scene.blank(
            300, 70,
            [
                .shape(upright, fill: nil, stroke: Stroke(grid)), .shape(level, fill: nil, stroke: Stroke(grid)),
                .shape(near, fill: Scene.blue, stroke: nil), .shape(bar, fill: blue, stroke: nil),
                .text(TextRun("Text", at: Point(x: 100, y: 40), font: Font(size: 20), color: Scene.ink)),
            ]
        )
        let picture = try DecodedPNG(scene.png(typesetter: typesetter))
        #expect((5..<60).allSatisfy { picture[20, $0] == 0xFFF9_FAFB })
        #expect((3..<12).allSatisfy { picture[$0, 40] == 0xFFF9_FAFB })
        #expect((5..<60).allSatisfy { picture[41, $0] == 0xFF25_63EC })
        #expect(picture[70, 30] == 0xFF25_63EB)
    }

    @Test func `a palette makes a file less than half as large`() throws {
        for scene in [Scene.chart(), Scene.chart(7)] {
            let (standard, lossless) = (try scene.png(typesetter: typesetter), try scene.png(quality: .lossless, typesetter: typesetter))
            #expect(standard.count * 2 < lossless.count)
        }
    }
}
