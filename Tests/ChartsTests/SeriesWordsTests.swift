import Charts
import Drawing
import GalleryCharts
import Testing

/// What the picture says of its marks in words.
@Suite struct SeriesWordsTests {
    private let months: [Position] = (1...3).map { .month(year: 2024, month: $0) }

    private func texts(_ mark: Mark) throws -> [String] {
        try Chart("Spending", y: Axis("spent", format: .currency(.usDollar)), marks: [mark])
            .scene(size: Size(width: 800, height: 400), theme: .light, measuring: FixedAdvance()).texts.map(\.string)
    }

    @Test func `a month that is not over is said to be so below the picture and in its words`() throws {
        let bars = Mark.bar([1.0, 2, 3], position: { months[Int($0) - 1] }, value: { $0 }, unfinished: 2)
        #expect(try texts(bars).contains("Hatched: Mar 2024, not over yet."))
        #expect(Chart("Spending", marks: [bars]).figures.last == "Mar 2024: 3 (so far)")
        let line = Mark.line(
            .init(positions: months, series: [.init(name: "All", values: [1, nil, 3], color: .accent)], unfinished: 2))
        #expect(try texts(line).contains("Dashed: Mar 2024, not over yet."))
        #expect(Chart("Spending", marks: [line]).figures == ["Jan 2024: 1", "Mar 2024: 3 (so far)"])
    }

    @Test func `six lines at most have a color; the others are named in the footnote, and at their end where there is room`() throws {
        let series = (1...8).map { Mark.Series(name: "Line \($0)", values: [1, 2, Double($0)], color: .categorical($0 - 1)) }
        let texts = try texts(.line(.init(positions: months, series: series)))
        #expect((1...6).allSatisfy { texts.contains("Line \($0)") })
        #expect(texts.contains("Line 7") && texts.contains("In grey: Line 7, Line 8."))
        let close = (1...12).map { Mark.Series(name: "Line \($0)", values: [1, 2, 3], color: $0 < 7 ? .categorical($0 - 1) : .neutral) }
        let names = try self.texts(.line(.init(positions: months, series: close))).filter { $0.hasPrefix("Line") }
        #expect(names.count >= 6 && names.count < 12, "those far from their ends have none")
        let many = (1...13).map {
            Mark.Series(name: "Line \($0)", values: [1, 2, Double($0)], color: $0 < 7 ? .categorical($0 - 1) : .neutral)
        }
        #expect(try self.texts(.line(.init(positions: months, series: many))).count { $0.hasPrefix("Line") } == 6)
    }

    @Test func `prices have no sum`() {
        let chart = Chart(
            "Price", y: Axis("price", format: .currency(.usDollar)),
            marks: [.dots([2.5, 3.5], name: "Milk", position: { .day(Int($0 * 2) + 19_718) }, value: { $0 })])
        #expect(chart.message == "Price: highest Jan 3, 2024 $3.50, lowest Jan 1, 2024 $2.50.")
    }

    @Test(arguments: GalleryChart.bars + GalleryChart.arcs)
    func `the message names the sum and the largest value`(chart: GalleryChart) {
        let chart = chart.chart
        let values = chart.marks.flatMap { mark -> [Double] in
            switch mark {
            case .bar(let bar): bar.rows.map(\.value)
            case .arc(let arc): arc.rows.map(\.value)
            case .histogram(let histogram): histogram.bins.map { Double($0.count) }
            default: []
            }
        }
        // Differences have no sum.
        if case .bar(let bar)? = chart.marks.first, bar.areDifferences { return }
        guard let largest = values.max() else { return }
        #expect(chart.message.contains(chart.y.format.text(values.reduce(0, +), in: chart.locale)), "\(chart.message)")
        if values.count > 1 { #expect(chart.message.contains(chart.y.format.text(largest, in: chart.locale)), "\(chart.message)") }
    }

    @Test func `a color is the same on every mark`() throws {
        let series = [Mark.Series(name: "Dairy", values: [1, 2, 3], color: .categorical(3))]
        let marks: [Mark] = [
            .bar([1.0], position: { _ in .name("Dairy") }, value: { $0 }, color: { _ in .categorical(3) }),
            .bar([1.0], .horizontal, position: { _ in .name("Dairy") }, value: { $0 }, color: { _ in .categorical(3) }),
            .donut([1.0], name: { _ in "Dairy" }, value: { $0 }, color: { _ in .categorical(3) }),
            .pie([1.0], name: { _ in "Dairy" }, value: { $0 }, color: { _ in .categorical(3) }),
            .stack(.init(positions: months, series: series)), .line(.init(positions: months, series: series)),
            .area(.init(positions: months, series: series)), .dots(.init(positions: months, series: series)),
            .timeline(.init(rows: [.init(name: "Dairy", day: 5, color: .categorical(3))], today: 0)),
        ]
        for (mark, theme) in marks.flatMap({ mark in [Theme.light, .dark].map { (mark, $0) } }) {
            let scene = try Chart("Spending", marks: [mark]).scene(
                size: Size(width: 320, height: 200), theme: theme, measuring: FixedAdvance())
            let colors = scene.nodes(of: .marks).flatMap(\.shapes).flatMap { [$0.fill, $0.stroke?.color] }.compactMap { $0 }
            #expect(colors.contains(theme.color(.categorical(3))), "\(mark)")
            #expect(colors.allSatisfy { $0 == theme.color(.categorical(3)) || $0 == theme.background }, "\(mark)")
        }
    }

    @Test func `every row of data has a mark of its own`() throws {
        let series = [Mark.Series(name: "Dairy", values: [1, nil, 3], color: .accent)]
        let marks: [Mark] = [
            .line(.init(positions: months, series: series)), .area(.init(positions: months, series: series)),
            .dots(.init(positions: months, series: series)), .stack(.init(positions: months, series: series)),
            .sparkline(.init(positions: months, values: [1, nil, 3])),
            .heatmap(.init(columns: months, rows: ["Dairy"], values: [[1, nil, 3]])),
        ]
        for mark in marks {
            for width in [100.0, 800] {
                let scene = try Chart("Spending", marks: [mark]).scene(
                    size: Size(width: width, height: width), theme: .light, measuring: FixedAdvance())
                #expect(scene.marks.map(\.datum.value) == [1, 3], "\(mark)")
                #expect(scene.marks.allSatisfy { ($0.bounds?.width ?? 0) > 0 && ($0.bounds?.height ?? 0) > 0 }, "\(mark)")
            }
        }
    }
}
