import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// What is written beside marks says what they are.
@Suite struct AnnotationTests {
    private static let sizes = [(375, 240), (600, 300), (800, 400), (1200, 630)].map { Size(width: Double($0.0), height: Double($0.1)) }

    private static func scene(_ chart: Chart, _ size: Size) throws -> Scene {
        try chart.scene(size: size, theme: .light, measuring: try #require(LayoutCase.typesetter))
    }

    @Test(arguments: GalleryChart.vertical.filter { $0.name.hasPrefix("months-highlighted") }, sizes)
    func `the highest, the lowest and the last bar have their own numbers above them`(chart: GalleryChart, size: Size) throws {
        let scene = try Self.scene(chart.chart, size)
        let marks = scene.marks
        let values = marks.map(\.value)
        let important = [try #require(values.max()), try #require(values.min()), try #require(values.last)]
        let numbers = scene.nodes(of: .annotation).flatMap(\.texts).filter { $0.string.hasPrefix("$") }
        #expect(numbers.contains { $0.string == "$\(Int(important[0]))" })
        for number in numbers {
            func distance(_ mark: DrawnMark) -> Double { abs((mark.bounds?.center.x ?? -1_000) - number.bounds.center.x) }
            let mark = try #require(marks.min { distance($0) < distance($1) })
            #expect(number.string == "$\(Int(mark.value))" && important.contains(mark.value), "\(number.string) over \(mark.value)")
        }
    }

    @Test func `a year's sum stands beside the year`() throws {
        let chart = try #require(GalleryChart.vertical.first { $0.name == "months-highlighted" })
        let texts = try Self.scene(chart.chart, Self.sizes[2]).nodes.flatMap(\.texts).map(\.string)
        #expect(
            texts.contains { $0.contains("2020") && $0.contains("$7,344") }
                && texts.contains { $0.contains("2021") && $0.contains("$7,510") })
    }

    @Test func `shares beside bars sum to a hundred, with those that have no room`() throws {
        for name in ["level-shares", "level-shares-forty"] {
            let chart = try #require(GalleryChart.horizontal.first { $0.name == name })
            let texts = try Self.scene(chart.chart, Self.sizes[2]).nodes(of: .annotation).flatMap(\.texts).map(\.string)
            let percents = texts.filter { $0.hasSuffix("%") && !$0.hasPrefix("<") }.compactMap { Int($0.dropLast()) }
            #expect(percents.reduce(0, +) == 100, "\(name): \(percents)")
        }
    }

    @Test func `differences are written with their signs`() throws {
        let chart = try #require(GalleryChart.horizontal.first { $0.name == "level-differences" })
        let texts = try Self.scene(chart.chart, Self.sizes[2]).nodes(of: .annotation).flatMap(\.texts).map(\.string)
        #expect(texts.contains("+$123") && texts.contains("−$39.58"))
        #expect(chart.chart.figures.first == "House Produce 8lb Bag: +$123.00")
    }

    @Test(arguments: GalleryChart.ratios)
    func `of ratios only those have a number that are half or less, or half as much again`(chart: GalleryChart) throws {
        for mark in try Self.scene(chart.chart, Self.sizes[2]).marks {
            #expect(mark.texts.isEmpty || mark.value <= 0.5 || mark.value >= 1.5, "\(mark.value)")
        }
    }

    @Test func `a waterfall whose sums are cut says so, and its steps are as high as they are large`() throws {
        let (cut, whole) = (GalleryChart.cutWaterfalls[0].chart, GalleryChart.cutWaterfalls[1].chart)
        let marks = try Self.scene(cut, Self.sizes[2]).marks.dropFirst().dropLast().compactMap { mark in
            mark.bounds.map { (value: abs(mark.value), height: $0.height) }
        }
        let unit = try #require(marks.max { $0.value < $1.value }.map { $0.height / $0.value })
        #expect(unit > 0.1, "steps are seen")
        for mark in marks { #expect(abs(mark.height - unit * mark.value) < 1.01) }
        func notes(_ chart: Chart) throws -> String {
            try Self.scene(chart, Self.sizes[2]).nodes(of: .footnote).flatMap(\.texts).map(\.string).joined()
        }
        let (first, second) = (try notes(cut), try notes(whole))
        #expect(first.contains("cut") && !second.contains("cut"))
    }

    @Test func `everything grows with the picture, up to 1.6 times`() throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for chart in GalleryChart.vertical.prefix(3) {
            let usual = try chart.chart.scene(size: Size(width: 800, height: 400), theme: .light, measuring: typesetter).nodes.flatMap(
                \.texts)
            for (size, factor) in [
                (Size(width: 1200, height: 600), 1.5), (Size(width: 4000, height: 2000), 1.6), (Size(width: 600, height: 300), 1),
            ] {
                let runs = try chart.chart.scene(size: size, theme: .light, measuring: typesetter).nodes.flatMap(\.texts)
                #expect(runs.first?.font.size == (usual.first?.font.size ?? 0) * factor, "\(chart) at \(size)")
                if factor == 1.5 { #expect(runs.map(\.string) == usual.map(\.string)) }
            }
        }
    }

    @Test(arguments: [1, 1.25, 1.5, 2, 3], sizes)
    func `bars begin and end with whole pixels and are equally wide, and so are the gaps between them`(scale: Double, size: Size) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for chart in GalleryChart.vertical.filter({ $0.name.hasPrefix("months-") && !$0.name.hasSuffix("120") }) {
            let scene = try chart.chart.scene(size: size, theme: .light, scale: scale, measuring: typesetter)
            let boxes = scene.marks.compactMap(\.bounds).filter { $0.height > 0 }
            for box in boxes {
                for edge in [box.left, box.right] { #expect(abs(edge * scale - (edge * scale).rounded()) < 1e-6, "\(chart) \(edge)") }
            }
            for (one, next) in zip(boxes, boxes.dropFirst()) where chart.name != "months-with-gaps" {
                #expect(abs(one.width - next.width) < 1e-6, "\(chart)")
            }
        }
    }

    @Test func `series share a plot where the picture is smaller than facets need`() throws {
        let facets = try #require(GalleryChart.facets.first)
        var (least, none) = (facets.chart, facets.chart)
        least.facets = Facets(fromWidth: 560, height: 320)
        none.facets = nil
        #expect(try Self.scene(least, Self.sizes[0]) == Self.scene(none, Self.sizes[0]))
        #expect(try Self.scene(least, Self.sizes[2]) != Self.scene(none, Self.sizes[2]))
    }

    @Test func `where a message is too long for the picture the topic stands in its place`() throws {
        let chart = try #require(GalleryChart.vertical.first { $0.name == "months-highlighted" }).chart
        var long = chart
        long.title = "Most was spent in May of the year before last, when the summer was long and the garden was full"
        let texts = try Self.scene(long, Size(width: 200, height: 120)).nodes(of: .title).flatMap(\.texts).map(\.string)
        #expect(texts == ["Spending by month"])
    }
}
