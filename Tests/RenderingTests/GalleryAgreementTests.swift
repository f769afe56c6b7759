import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

@testable import Rendering

/// One picture, whatever file it comes in.
@Suite struct GalleryAgreementTests {
    /// The largest mean difference to the PNG, in 255ths of a channel.
    ///
    /// Renderers smooth edges differently, and pictures of little but text have most edges.
    private static let tolerance = 3.5
    /// The same for a page, which has no pixels for edges and baselines to stand on; pictures of little but names need most.
    private static let paperTolerance = 10.0
    /// The same for text that another program sets, in another face where it has no Inter; pictures of little but text need most.
    private static let liveTolerance = 13.0

    /// One of each kind, and those with many names.
    private static let selection: [GalleryChart] = {
        let kinds: [[GalleryChart]] = [
            GalleryChart.vertical, GalleryChart.horizontal, GalleryChart.arcs, GalleryChart.histograms, GalleryChart.stacks,
            GalleryChart.lines,
            GalleryChart.areas, GalleryChart.heatmaps, GalleryChart.waterfalls, GalleryChart.timelines, GalleryChart.sparklines,
            GalleryChart.unfinished, GalleryChart.others,
        ]
        return kinds.flatMap { $0.prefix(2) } + GalleryChart.horizontal.filter { $0.name == "level-scripts" }
    }()

    private func scene(_ chart: GalleryChart, _ typesetter: Typesetter, locale: Locale = .americanEnglish) throws -> Scene {
        var chart = chart.chart
        chart.locale = locale
        return try chart.scene(size: Size(width: 480, height: 280), theme: .light, measuring: typesetter)
    }

    private func difference(_ scene: Scene, _ typesetter: Typesetter, from picture: [UInt8]) throws -> Double {
        try DecodedPNG(picture).difference(from: DecodedPNG(scene.png(quality: .lossless, typesetter: typesetter)))
    }

    @Test(arguments: selection)
    func `SVG and PDF look like the PNG`(chart: GalleryChart) throws {
        let typesetter = try SharedTypesetter.made()
        for locale in [Locale.americanEnglish, try #require(Locale(identifier: "ar"))] {
            let scene = try scene(chart, typesetter, locale: locale)
            let svg = try Tool.run("rsvg-convert", ["{}"], input: scene.svg(typesetter: typesetter), fileExtension: "svg")
            let fromSVG = try difference(scene, typesetter, from: svg)
            #expect(fromSVG < Self.tolerance, "\(fromSVG)")
            let arguments = ["-r", "96", "-png", "-singlefile", "{}"]
            let pdf = try Tool.run("pdftoppm", arguments, input: scene.pdf(typesetter: typesetter), fileExtension: "pdf")
            let fromPDF = try difference(scene, typesetter, from: pdf)
            #expect(fromPDF < Self.paperTolerance, "\(fromPDF)")
        }
    }

    @Test(arguments: selection.dropLast())
    func `an SVG of live text looks like the PNG, whatever face stands in for Inter`(chart: GalleryChart) throws {
        let typesetter = try SharedTypesetter.made()
        let scene = try scene(chart, typesetter)
        let picture = try Tool.run("rsvg-convert", ["{}"], input: scene.liveSVG(), fileExtension: "svg")
        let difference = try difference(scene, typesetter, from: picture)
        #expect(difference < Self.liveTolerance, "\(difference)")
    }

    @Test(arguments: selection)
    func `the title of a PDF can be selected, in mirrored pictures too`(chart: GalleryChart) throws {
        let typesetter = try SharedTypesetter.made()
        var arabic = chart.chart
        arabic.locale = try #require(Locale(identifier: "ar"))
        arabic.title = "ملخص المشتريات"
        let scene = try arabic.scene(size: Size(width: 480, height: 280), theme: .light, measuring: typesetter)
        let text = try Tool.run("pdftotext", ["{}", "-"], input: scene.pdf(typesetter: typesetter), fileExtension: "pdf")
        #expect(String(decoding: text, as: UTF8.self).contains("ملخص المشتريات"))
    }
}
