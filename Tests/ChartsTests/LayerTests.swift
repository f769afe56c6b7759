import Charts
import Drawing
import GalleryCharts
import Testing

/// Marks that share a plot.
@Suite struct LayerTests {
    private let months: [Position] = (1...4).map { .month(year: 2024, month: $0) }
    private let size = Size(width: 600, height: 300)

    private func scene(_ marks: [Mark], y2: Axis = Axis("orders"), facets: Facets? = nil) throws -> Scene {
        try Chart("Title", y: Axis("spent"), y2: y2, marks: marks, facets: facets)
            .scene(size: size, theme: .light, measuring: FixedAdvance())
    }

    private func bars(_ values: [Double], _ orientation: Mark.Orientation = .vertical) -> Mark {
        .bar(Array(values.enumerated()), orientation, name: "Bars", position: { months[$0.offset] }, value: \.element)
    }

    private func dots(_ values: [Double], name: String = "Dots") -> Mark {
        .dots(
            Mark.Dots(
                positions: Array(months.prefix(values.count)), series: [Mark.Series(name: name, values: values, color: .categorical(1))]))
    }

    @Test(arguments: [Axis.Scale.linear, .logarithmic])
    func `an axis begins and ends where it was told to, and goes on for what is beyond`(scale: Axis.Scale) throws {
        func heights(minimum: Double?, maximum: Double?) throws -> [Double] {
            let axis = Axis("spent", scale: scale, minimum: minimum, maximum: maximum)
            let scene = try Chart("Title", y: axis, marks: [dots([13, 40, 25, 77])])
                .scene(size: size, theme: .light, measuring: FixedAdvance())
            return scene.marks.compactMap { $0.bounds?.center.y }
        }
        let fitting = try heights(minimum: nil, maximum: nil)
        let tight = try heights(minimum: 13, maximum: 77)
        #expect(tight[0] > fitting[0] && tight[3] < fitting[3])
        // Values beyond an end make it a round number again.
        #expect(try heights(minimum: 30, maximum: 50) == fitting)
        let wide = try heights(minimum: 1, maximum: 1_000)
        #expect(wide[0] - wide[3] < fitting[0] - fitting[3])
    }

    @Test func `the ends of an axis that were given can be read off it`() throws {
        let scene = try Chart("Title", y: Axis("spent", minimum: 50, maximum: 110), marks: [dots([60, 80, 75, 70])])
            .scene(size: size, theme: .light, measuring: FixedAdvance())
        let numbers = scene.nodes(of: .axis).flatMap(\.texts).map(\.string)
        #expect(numbers.contains("50") && numbers.contains("110"), "\(numbers)")
    }

    @Test func `bars and dots of equal values end at the same height`() throws {
        let scene = try scene([bars([10, 40, 25, 5]), dots([10, 40, 25, 5])])
        let (tops, centers) = (scene.marks.prefix(4), scene.marks.suffix(4))
        for (bar, dot) in zip(tops, centers) {
            let (rect, spot) = (try #require(bar.bounds), try #require(dot.bounds))
            #expect(abs(rect.top - spot.center.y) < 1e-6 && abs(rect.center.x - spot.center.x) < 1e-6)
        }
        #expect(scene.nodes(of: .legend).flatMap(\.texts).map(\.string) == ["Bars", "Dots"])
    }

    @Test func `bars that lie and dots of equal values end at the same place`() throws {
        let scene = try scene([bars([10, 40, 25, 5], .horizontal), dots([10, 40, 25, 5]), .rule(y: 25, label: "Target")])
        for (bar, dot) in zip(scene.marks.prefix(4), scene.marks.suffix(4)) {
            let (rect, spot) = (try #require(bar.bounds), try #require(dot.bounds))
            #expect(abs(rect.right - spot.center.x) < 1e-6 && abs(rect.center.y - spot.center.y) < 1e-6)
        }
        let rule = try #require(scene.nodes(of: .annotation).flatMap(\.shapes).last?.bounds)
        #expect(abs(rule.center.x - (try #require(scene.marks[2].bounds)).right) < 1e-6)
        #expect(scene.texts.contains { $0.string == "Target" })
    }

    @Test func `a second axis has its own numbers and title at the other edge, on the same lines`() throws {
        let scene = try scene([bars([1_000, 4_000, 2_500, 500]), dots([10, 4, 8, 3], name: "Orders").on(.y2)])
        let texts = scene.nodes(of: .axis).flatMap(\.texts)
        let (left, right) = (texts.filter { $0.position.x < 100 }, texts.filter { $0.position.x > 560 })
        #expect(left.contains { $0.string == "Spent" } && right.contains { $0.string == "Orders" })
        let heights = { (runs: [TextRun]) in Set(runs.filter { $0.string.allSatisfy { $0.isNumber || $0 == "," } }.map(\.position.y)) }
        #expect(heights(left).count >= 3 && heights(left) == heights(right))
        #expect(scene.summary.contains("Orders, Jan 2024: 10"))
    }

    @Test func `two axes of bars that lie have their titles beside their numbers`() throws {
        let scene = try scene([bars([1_000, 4_000, 2_500, 500], .horizontal), dots([10, 4, 8, 3], name: "Orders").on(.y2)])
        let texts = scene.nodes(of: .axis).flatMap(\.texts)
        for (title, number) in [("Spent", "1,000"), ("Orders", "5")] {
            let heights = Set(texts.filter { $0.string == title || $0.string == number }.map(\.position.y))
            #expect(heights.count == 1 && texts.contains { $0.string == title }, "\(title): \(texts.map(\.string))")
        }
    }

    @Test func `two axes have one line of zero, even with refunds on one of them`() throws {
        let scene = try scene([
            bars([300, -100, 200, 50]),
            .stack(
                Mark.Stack(positions: months, series: [Mark.Series(name: "Orders", values: [4, 2, 3, 1], color: .categorical(1))], on: .y2)),
        ])
        let feet = try scene.marks.map { mark in
            let rect = try #require(mark.bounds)
            return mark.value >= 0 ? rect.bottom : rect.top
        }
        #expect(feet.allSatisfy { abs($0 - feet[0]) < 1e-6 })
    }

    @Test func `marks with other positions stand among them in order of time`() throws {
        let later = Mark.dots([7.0], name: "Later", position: { _ in .month(year: 2024, month: 6) }, value: { $0 })
        let earlier = Mark.dots([3.0], name: "Earlier", position: { _ in .month(year: 2023, month: 12) }, value: { $0 })
        let scene = try scene([bars([1, 2, 3, 4]), later, earlier])
        let places = scene.marks.compactMap { $0.bounds?.center.x }
        #expect(places.count == 6)
        #expect(places[5] < places[0] && places[3] < places[4])
    }

    @Test func `what shares no axis is refused`() {
        let arc = Mark.donut([1.0], name: { _ in "a" }, value: { $0 }, color: { _ in .accent })
        let histogram = Mark.histogram([.init(from: 0, to: 1, count: 2)])
        let card = Mark.card(.init(label: "a", figure: "1", note: ""))
        for marks in [[arc, bars([1])], [histogram, bars([1])], [card, bars([1])], [arc, .rule(y: 1, label: "")], [arc, arc]] {
            #expect(throws: ChartError.mixedMarks) { try scene(marks) }
        }
    }

    @Test(arguments: GalleryChart.facets.filter { $0.name == "facets-lines" || $0.name == "facets-bars" })
    func `each facet has its name and last value above it, and equal values are equally high`(chart: GalleryChart) throws {
        let scene = try chart.chart.scene(
            size: Size(width: 800, height: 400), theme: .light, measuring: try #require(LayoutCase.typesetter))
        let heads = scene.nodes(of: .legend).flatMap(\.texts)
        let count = chart.name == "facets-lines" ? 6 : 5
        #expect(heads.count == 2 * count)
        for (name, value) in zip(heads, heads.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
            #expect(name.position.y == value.position.y && name.position.x < value.position.x)
        }
        #expect(scene.marks.count == 12 * count)
    }

    @Test func `facets share a scale unless they are to have their own`() throws {
        let series = [
            Mark.Series(name: "Large", values: [100, 50, 80, 90], color: .categorical(0)),
            Mark.Series(name: "Small", values: [10, 5, 8, 9], color: .categorical(1)),
        ]
        func heights(_ scales: Facets.Scales) throws -> [Double] {
            try scene([.stack(Mark.Stack(positions: months, series: series))], facets: Facets(scales: scales)).marks.map {
                try #require($0.bounds).height
            }
        }
        let (shared, free) = (try heights(.shared), try heights(.free))
        #expect(abs(shared[0] - 10 * shared[4]) < 1e-6)
        #expect(free[4] > free[0] / 2)
    }
}
