import Charts
import Drawing
import Foundation
import FoundationXML
import GalleryCharts
import Testing
import Typography

@testable import Rendering

/// SVG whose text is text: for pages, and as a file.
@Suite struct SVGWriterTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    private func scene(_ chart: GalleryChart, _ theme: Theme = .light, width: Double = 600) throws -> Scene {
        try chart.chart.scene(size: Size(width: width, height: 300), theme: theme, measuring: typesetter)
    }

    private func inline(_ chart: GalleryChart, focusableMarks: Bool = false) throws -> String {
        try scene(chart).inlineSVG(dark: scene(chart, .dark), focusableMarks: focusableMarks)
    }

    @Test(arguments: GalleryChart.all)
    func `every gallery chart is well-formed, as a file and on a page`(chart: GalleryChart) throws {
        for bytes in [try scene(chart).liveSVG(), Array(try inline(chart, focusableMarks: true).utf8)] {
            let parser = XMLParser(data: Data(bytes))
            #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
        }
    }

    @Test(arguments: GalleryChart.all)
    func `its text is the scene's, in order`(chart: GalleryChart) throws {
        let scene = try scene(chart)
        let texts = try inline(chart).matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
        #expect(texts == scene.nodes.flatMap(\.strings).map(\.escapedForXML))
    }

    @Test func `equal scenes give equal bytes, a fraction of those of outlines`() throws {
        // Ten lines have a hundred and twenty points, each with words of its own.
        let charts = [
            (GalleryChart.vertical[0], 5), (GalleryChart.arcs[0], 5), (GalleryChart.horizontal[0], 5), (GalleryChart.lines[0], 2),
        ]
        for (chart, factor) in charts {
            let scene = try scene(chart)
            #expect(try scene.liveSVG() == self.scene(chart).liveSVG())
            #expect(try scene.liveSVG().count * factor < scene.svg(typesetter: typesetter).count, "\(chart)")
        }
    }

    @Test(arguments: GalleryChart.all)
    func `several may stand on one page under a strict policy`(chart: GalleryChart) throws {
        let svg = try inline(chart)
        #expect(!svg.contains(" id=") && !svg.contains("style=") && !svg.contains("<style") && !svg.contains("<script"))
        #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("xmlns"))
        #expect(svg.hasPrefix("<svg role=\"img\" aria-label=\""))
    }

    @Test func `digits of equal width are a class, which the file explains and a page may`() throws {
        let (file, element) = (
            String(decoding: try scene(GalleryChart.vertical[0]).liveSVG(), as: UTF8.self), try inline(GalleryChart.vertical[0])
        )
        // Validators refuse what is CSS and no attribute of SVG.
        for svg in [file, element] { #expect(svg.contains(" class=\"tabular\"") && !svg.contains("font-variant=")) }
        #expect(file.matches(of: /<style>.tabular{font-variant-numeric:tabular-nums}<\/style>/).count == 1)
        #expect(!element.contains("<style"))
    }

    @Test func `the two looks of every color are those of the two themes`() throws {
        let svg = try inline(GalleryChart.arcs[0])
        func hex(_ color: Color) -> String { String(format: "#%02x%02x%02x", color.red, color.green, color.blue) }
        for role in [\Theme.background, \.ink, \.mutedInk] {
            #expect(svg.contains("light-dark(\(hex(Theme.light[keyPath: role])),\(hex(Theme.dark[keyPath: role])))"))
        }
        #expect(svg.contains("light-dark(\(hex(Theme.light.palette[3])),\(hex(Theme.dark.palette[3])))"))
        #expect(try !scene(GalleryChart.arcs[0]).inlineSVG().contains("light-dark"))
    }

    @Test func `groups have their roles as classes, and each mark says its row`() throws {
        let svg = try inline(GalleryChart.vertical[0])
        for name in ["background", "title", "footnote", "marks", "axis"] { #expect(svg.contains("<g class=\"\(name)\">")) }
        #expect(svg.firstMatch(of: /<path class="mark" d="[^>]*><title>Jan 2020: \$480.00<\/title><\/path>/) != nil)
        #expect(svg.matches(of: /class="mark" [^>]*><title>/).count == 12)
        #expect(!svg.contains("tabindex"))
    }

    @Test func `marks are reached by the keyboard where that is asked for`() throws {
        let svg = try inline(GalleryChart.vertical[0], focusableMarks: true)
        #expect(svg.hasPrefix("<svg role=\"group\" aria-label=\""))
        #expect(svg.matches(of: /<path class="mark" tabindex="0" role="img" aria-label="[^"]+" d="[^>]*><title>/).count == 12)
    }

    @Test func `a mark of several shapes is a group, one of a single shape is that shape`() throws {
        let square = Path(Rect(left: 0, top: 0, right: 9, bottom: 9))
        func svg(_ shapes: Int) throws -> String {
            let nodes = [Scene.Node](repeating: .shape(square, fill: Scene.ink, stroke: nil), count: shapes)
            let mark = Scene.Node.group(.mark(Scene.Datum(label: "Tea", value: 1, text: "one")), nodes)
            return try Scene.blank(10, 10, [mark]).inlineSVG()
        }
        #expect(try svg(1).contains("<path class=\"mark\" d=") && !svg(1).contains("<g class=\"mark\""))
        #expect(try svg(2).contains("<g class=\"mark\"><title>Tea: one</title><path d="))
        for count in 1...2 { #expect(try svg(count).matches(of: /<title>Tea: one<\/title>/).count == 1) }
    }

    @Test func `a text from right to left starts at its right`() throws {
        func svg(_ text: String, _ anchor: TextRun.Anchor) throws -> String {
            let run = TextRun(text, at: Point(x: 50, y: 20), anchor: anchor, font: Font(size: 12), color: Scene.ink)
            return try Scene.blank(100, 30, [.text(run)]).inlineSVG()
        }
        #expect(try svg("חלב", .start).contains("text-anchor=\"end\" direction=\"rtl\""))
        #expect(try !svg("חלב", .end).contains("text-anchor"))
        #expect(try svg("חלב", .middle).contains("text-anchor=\"middle\" direction=\"rtl\""))
        #expect(try !svg("Milk חלב", .start).contains("rtl"))
        #expect(try !svg("\u{2068}חלב\u{2069} 12", .start).contains("rtl"), "what is isolated does not count")
    }

    @Test(arguments: [
        (0, "0"), (-0.004, "0"), (1, "1"), (-1.5, "-1.5"), (0.25, ".25"), (-0.05, "-.05"), (99.999, "100"), (12.3456, "12.35"),
        (7.01, "7.01"),
    ])
    func `numbers have two decimals at most`(number: Double, text: String) {
        #expect(SVGWriter.number(number) == text)
    }

    @Test func `what has no place is refused`() throws {
        let line = Path(through: [Point(x: 0, y: 0), Point(x: .nan, y: 1)])
        let scene = Scene.blank(10, 10, [.shape(line, fill: nil, stroke: Stroke(Scene.ink))])
        #expect(throws: RenderingError.self) { try scene.liveSVG() }
        #expect(throws: RenderingError.self) { try Scene.blank(0, 10).inlineSVG() }
    }

    @Test func `words that are markup stay words`() throws {
        var scene = Scene.blank(10, 10, [.text(TextRun("<b>&\"", at: Point(x: 0, y: 9), font: Font(size: 9), color: Scene.ink))])
        (scene.title, scene.summary) = ("a<b", "\"x\" <y>\nz")
        #expect(try scene.inlineSVG().contains("aria-label=\"&quot;x&quot; &lt;y&gt;\""))
        #expect(try scene.inlineSVG().contains(">&lt;b&gt;&amp;&quot;</text>"))
        let file = String(decoding: try scene.liveSVG(), as: UTF8.self)
        #expect(file.contains("<title id=\"title\">a&lt;b</title><desc id=\"desc\">&quot;x&quot; &lt;y&gt;\nz</desc>"))
    }
}

extension Scene.Node {
    fileprivate var strings: [String] {
        switch self {
        case .group(_, let nodes): nodes.flatMap(\.strings)
        case .shape: []
        case .text(let run): [run.string]
        }
    }
}
