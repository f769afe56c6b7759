import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// Numbers on marks: where all have room, and then nowhere else.
@Suite struct ValueLabelTests {
    private static let months: [Position] = (1...6).map { .month(year: 2024, month: $0) }

    private func scene(_ mark: Mark, width: Double = 800) throws -> Scene {
        let typesetter = try #require(LayoutCase.typesetter)
        return try Chart("Spending", y: Axis("spent", format: .currency(.usDollar)), marks: [mark])
            .scene(size: Size(width: width, height: 400), theme: .light, measuring: typesetter)
    }

    private func series(_ values: [[Double?]], _ colors: [MarkColor] = [.categorical(0), .categorical(1), .categorical(2)]) -> [Mark.Series]
    {
        zip(values, colors).enumerated().map { Mark.Series(name: "S\($0.offset)", values: $0.element.0, color: $0.element.1) }
    }

    private func numbers(in scene: Scene) -> [TextRun] { scene.nodes(of: .annotation).flatMap(\.texts) }

    private func hasNumbersOnAxis(_ scene: Scene) -> Bool {
        !scene.nodes(of: .grid).isEmpty || scene.nodes(of: .axis).flatMap(\.texts).contains { $0.string.hasPrefix("$") }
    }

    @Test func `each bar of a group has its number beyond its end where all have room, and the axis has none`() throws {
        let values: [[Double?]] = [[10, 20, 30, 40, 50, -60], [15, nil, 35, 45, 55, 65]]
        let scene = try scene(.stack(.init(positions: Self.months, series: series(values), arrangement: .grouped)))
        let numbers = numbers(in: scene)
        #expect(numbers.map(\.string) == ["$10", "$15", "$20", "$30", "$35", "$40", "$45", "$50", "$55", "\u{2212}$60", "$65"])
        for (number, bar) in zip(numbers, scene.marks) {
            let bounds = try #require(bar.bounds)
            #expect(abs(number.position.x - bounds.center.x) < 0.01)
            #expect(bar.value > 0 ? abs(number.position.y - bounds.top) < 6 : number.position.y > bounds.bottom)
        }
        #expect(!hasNumbersOnAxis(scene))
        let narrow = try self.scene(.stack(.init(positions: Self.months, series: series(values), arrangement: .grouped)), width: 400)
        #expect(self.numbers(in: narrow).isEmpty && hasNumbersOnAxis(narrow))
    }

    @Test func `a stack has its sum above it, unless a part goes below zero`() throws {
        let values: [[Double?]] = [[10, 20, 30, 40, 50, 60], [1, 2, nil, 4, 5, 6]]
        let scene = try scene(.stack(.init(positions: Self.months, series: series(values))))
        #expect(numbers(in: scene).map(\.string) == ["$11", "$22", "$30", "$44", "$55", "$66"])
        #expect(!hasNumbersOnAxis(scene))
        let refunds = try self.scene(.stack(.init(positions: Self.months, series: series([values[0], [1, -2, nil, 4, 5, 6]]))))
        #expect(numbers(in: refunds).isEmpty && hasNumbersOnAxis(refunds))
    }

    @Test func `a stack whose parts are too coarse to be added up has the sum that is told above it`() throws {
        var stack = Mark.Stack(positions: Self.months, series: series([[10, 20, 30, 40, 50, 60], [1, 2, nil, 4, 5, 6]]))
        stack.totals = [12, 22, 30, 44, 55, 65]
        #expect(numbers(in: try scene(.stack(stack))).map(\.string) == ["$12", "$22", "$30", "$44", "$55", "$65"])
    }

    @Test(arguments: GalleryChart.stacks)
    func `all have numbers or none has`(chart: GalleryChart) throws {
        guard case .stack(let stack)? = chart.chart.marks.first else { return }
        let count = stack.arrangement == .stacked ? stack.positions.count : stack.series.joinedValues.count
        for layout in try LayoutCase.all(of: chart) {
            let numbers = layout.scene.nodes(of: .annotation).flatMap(\.texts)
            #expect(numbers.isEmpty || numbers.count == count, "\(layout.name)")
        }
    }

    @Test func `a line alone has its last value at its end, several have their names`() throws {
        let values: [[Double?]] = [[10, 20, 30, 40, 50, 66.4], [1, 2, 3, 4, 5, nil]]
        let one = try scene(.line(.init(positions: Self.months, series: series([values[0]]))))
        #expect(numbers(in: one).map(\.string) == ["$66"])
        let price = try scene(.line(.init(positions: Self.months, series: series([values[1]]), interpolation: .step)))
        #expect(numbers(in: price).map(\.string) == ["$5.00"])
        let two = try scene(.line(.init(positions: Self.months, series: series(values))))
        #expect(numbers(in: two).isEmpty && two.nodes(of: .legend).flatMap(\.texts).map(\.string) == ["S0", "S1"])
    }

    @Test func `what is grey in a stack is one part, named by how many there are`() throws {
        let values: [[Double?]] = [[10, 20, 30, 40, 50, 60], [1, 2, nil, 4, 5, 6], [1, 1, nil, 1, 1, 1]]
        let mark = Mark.Stack(positions: Self.months, series: series(values, [.categorical(0), .neutral, .neutral]))
        let scene = try scene(.stack(mark))
        #expect(scene.nodes(of: .legend).flatMap(\.texts).map(\.string) == ["S0", "Other (2)"])
        #expect(scene.marks.map(\.value) == [10, 2, 20, 3, 30, 40, 5, 50, 6, 60, 7])
    }

    @Test func `the lines in grey are named in the footnote, and at their ends, those that came without a color too`() throws {
        let values = (0..<9).map { place in (0..<6).map { Double(place * 10 + $0) as Double? } }
        let colors = (0..<8).map(MarkColor.categorical) + [.neutral]
        let scene = try scene(.line(.init(positions: Self.months, series: series(values, colors))))
        #expect(scene.nodes(of: .footnote).flatMap(\.texts).map(\.string) == ["In grey: S6, S7, S8."])
        let names = scene.nodes(of: .legend).flatMap(\.texts)
        #expect(names.map(\.string) == ["S5", "S4", "S3", "S2", "S1", "S0", "S8", "S7", "S6"])
        #expect(names.suffix(3).allSatisfy { $0.color == Theme.light.mutedInk })
    }

    @Test func `little is less than one percent, not none, and what is left is not all`() throws {
        let rows = [("Much", 9_999.0), ("Little", 1)]
        let scene = try scene(.donut(rows, name: \.0, value: \.1, color: { _ in .accent }))
        #expect(scene.texts.contains { $0.string == "<1% · $1.00" })
        #expect(scene.texts.contains { $0.string == ">99% · $9,999" })
        let one = try self.scene(.donut([("All", 9.0)], name: \.0, value: \.1, color: { _ in .accent }))
        #expect(one.texts.contains { $0.string == "100% · $9.00" })
    }
}

extension [Mark.Series] {
    fileprivate var joinedValues: [Double] { flatMap { $0.values.compactMap { $0 } } }
}
