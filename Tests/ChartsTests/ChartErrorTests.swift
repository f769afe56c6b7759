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
        #expect(scene.nodes.allSatisfy { $0.bounds(measuring: text).map(canvas.contains) ?? true })
        #expect(!scene.texts.isEmpty)
    }
}
