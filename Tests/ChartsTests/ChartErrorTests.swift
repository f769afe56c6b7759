import Charts
import Drawing
import Testing

@Suite struct ChartErrorTests {
    private func scene(_ marks: [Mark]) throws(ChartError) -> Scene {
        try Chart("Title", marks: marks).scene(size: Size(width: 320, height: 200), theme: .light, measuring: FixedAdvance())
    }

    @Test(arguments: [Double.infinity, -.infinity])
    func `a number that is not finite is refused by its value`(value: Double) {
        #expect(throws: ChartError.notFinite(value)) { try scene([.bar([value], position: { _ in .name("a") }, value: { $0 })]) }
        #expect(throws: ChartError.notFinite(value)) { try scene([.rule(y: value, label: "")]) }
    }

    @Test func `a number that is not one is refused`() {
        #expect(throws: ChartError.self) { try scene([.donut([Double.nan], name: { _ in "a" }, value: { $0 }, color: { _ in .accent })]) }
    }

    @Test(arguments: [Double.infinity, -.infinity])
    func `every mark refuses a number that is not finite`(value: Double) {
        let positions: [Position] = [.name("a"), .name("b")]
        let series = [Mark.Series(name: "s", values: [1, value], color: .accent)]
        let marks: [Mark] = [
            .stack(.init(positions: positions, series: series)), .line(.init(positions: positions, series: series)),
            .area(.init(positions: positions, series: series)), .dots(.init(positions: positions, series: series)),
            .pie([value], name: { _ in "a" }, value: { $0 }, color: { _ in .accent }),
            .histogram([.init(from: 0, to: value, count: 1)]),
            .heatmap(.init(columns: positions, rows: ["r"], values: [[nil, value]])),
            .heatmap(.init(columns: positions, rows: ["r"], values: [[1, 2]], scale: .diverging(around: value))),
            .waterfall(.init(start: .init(name: "a", value: 1), steps: [.init(name: "b", value: value)], end: .init(name: "c", value: 1))),
            .sparkline([value], position: { _ in .name("a") }, value: { $0 }),
            .card(.init(label: "a", figure: "1", note: "", trend: [1, nil, value])),
        ]
        for mark in marks { #expect(throws: ChartError.notFinite(value), "\(mark)") { try scene([mark]) } }
    }

    @Test func `a day that no calendar has is refused`() {
        let row = Mark.Timeline.Row(name: "Milk", day: .max)
        #expect(throws: ChartError.dayOutOfRange(.max)) { try scene([.timeline(.init(rows: [row], today: 0))]) }
        #expect(throws: ChartError.dayOutOfRange(.min)) {
            try scene([.dots([1.0], name: "", position: { _ in .day(.min) }, value: { $0 })])
        }
    }

    @Test func `a logarithmic axis refuses what it has no place for`() {
        func scene(_ mark: Mark) throws(ChartError) -> Scene {
            try Chart("Title", y: Axis(scale: .logarithmic), marks: [mark])
                .scene(size: Size(width: 320, height: 200), theme: .light, measuring: FixedAdvance())
        }
        #expect(throws: ChartError.notPositive(0)) { try scene(.dots([0.0], name: "", position: { _ in .name("a") }, value: { $0 })) }
        #expect(throws: ChartError.lengthsOnLogarithm) { try scene(.bar([1.0], position: { _ in .name("a") }, value: { $0 })) }
    }

    @Test func `marks that share no plot are refused`() {
        let bar = Mark.bar([1.0], position: { _ in .name("a") }, value: { $0 })
        let ring = Mark.donut([1.0], name: { _ in "a" }, value: { $0 }, color: { _ in .accent })
        #expect(throws: ChartError.mixedMarks) { try scene([bar, ring]) }
    }

    @Test(arguments: [(100.0, 80.0), (320, 200), (2000, 2000)])
    func `a message fits any size`(width: Double, height: Double) {
        let text = FixedAdvance()
        let scene = Scene(
            message: "The query cannot be read", detail: String(repeating: "month: '13' is not a month. ", count: 20),
            size: Size(width: width, height: height), theme: .dark, measuring: text
        )
        let canvas = Rect(scene.size)
        #expect(scene.nodes.allSatisfy { $0.bounds.map(canvas.contains) ?? true })
        #expect(!scene.texts.isEmpty)
    }
}
