import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

@testable import Rendering

/// Files as programs read them that share no code with Cairo's reader.
@Suite struct IndependentReaderTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    /// The scenes that each exercise another way to write a picture.
    private func scenes() throws -> [Scene] {
        var clear = Theme.dark
        clear.background = .clear
        let charts = [GalleryChart.vertical[0], GalleryChart.arcs[0], GalleryChart.horizontal[0], GalleryChart.histograms[0]]
        return try charts.flatMap { entry in
            try [(Size(width: 321, height: 203), Theme.light), (Size(width: 320, height: 200), clear)].map { size, theme in
                try entry.chart.scene(size: size, theme: theme, measuring: typesetter)
            }
        } + [.blank(1, 1), .chart()]
    }

    @Test(arguments: [PNGEncoder.Quality.standard, .lossless], [PNGEncoder.Effort.fast, .small])
    func `ImageMagick sees the pixels that Cairo sees`(_ quality: PNGEncoder.Quality, _ effort: PNGEncoder.Effort) throws {
        for scene in try scenes() {
            let file = try scene.png(scale: 1.5, quality: quality, effort: effort, typesetter: typesetter)
            let bytes = try Tool.run("convert", ["{}", "-depth", "8", "rgba:-"], input: file, fileExtension: "png")
            let picture = try DecodedPNG(file)
            try #require(bytes.count == 4 * picture.pixels.count)
            for (index, pixel) in picture.pixels.enumerated() {
                let (red, green, blue, alpha) = (bytes[4 * index], bytes[4 * index + 1], bytes[4 * index + 2], bytes[4 * index + 3])
                // Cairo multiplies by alpha, each reader with a rounding of its own.
                func multiplied(_ channel: UInt8) -> Int { (Int(channel) * Int(alpha) + 127) / 255 }
                let differences = [
                    Int(pixel >> 24) - Int(alpha), Int(pixel >> 16 & 255) - multiplied(red), Int(pixel >> 8 & 255) - multiplied(green),
                    Int(pixel & 255) - multiplied(blue),
                ]
                guard differences.allSatisfy({ abs($0) <= (alpha == 255 ? 0 : 1) }) else {
                    Issue.record(
                        "\(scene.title): pixel \(index) is \(String(pixel, radix: 16)) to Cairo and \(red), \(green), \(blue), \(alpha)")
                    break
                }
            }
        }
    }

    @Test(arguments: [PNGEncoder.Effort.fast, .small])
    func `pngcheck finds nothing wrong with any way to write a picture`(_ effort: PNGEncoder.Effort) throws {
        for quality in [PNGEncoder.Quality.standard, .lossless] {
            for scene in try scenes() {
                let file = try scene.png(scale: 2, quality: quality, effort: effort, typesetter: typesetter)
                let report = try Tool.run("pngcheck", ["-v", "{}"], input: file, fileExtension: "png")
                #expect(String(decoding: report, as: UTF8.self).contains("No errors detected"))
            }
        }
    }

    @Test func `the largest picture there is can be read`() throws {
        let bars: [Scene.Node] = (0..<40).map { index in
            let left = 20 + Double(index) * 48
            return .shape(
                Path(Rect(left: left, top: 1_900 - Double(index) * 40, right: left + 32, bottom: 1_950)), fill: Scene.blue, stroke: nil)
        }
        // The largest that the HTTP interface gives is 2,000 by 2,000 points at 4x.
        let file = try Scene.blank(2_000, 2_000, bars).png(scale: 4, effort: .small, typesetter: typesetter)
        #expect(file.count < 200_000)
        let report = try Tool.run("pngcheck", ["-v", "{}"], input: file, fileExtension: "png")
        let text = String(decoding: report, as: UTF8.self)
        #expect(text.contains("8000 x 8000 image") && text.contains("No errors detected"))
    }
}
