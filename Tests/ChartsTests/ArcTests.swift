import Drawing
import GalleryCharts
import Testing

@testable import Charts

@Suite struct ArcTests {
    @Test func `percentages sum to a hundred by the largest remainder`() {
        #expect(Mark.Arc.percentages(of: [1, 1, 1]) == [34, 33, 33])
        #expect(Mark.Arc.percentages(of: [0, 0]) == [0, 0])
        for seed in 1...200 {
            let values = (0..<(seed % 11 + 1)).map { Double((seed * 7919 + $0 * 104_729) % 1_000 + 1) }
            let percents = Mark.Arc.percentages(of: values)
            #expect(percents.reduce(0, +) == 100)
            let total = values.reduce(0, +)
            #expect(zip(values, percents).allSatisfy { abs($0 / total * 100 - Double($1)) < 1 })
        }
    }

    @Test func `the seven largest slices are shown, however small, and the others gathered`() {
        func slices(_ values: [Double]) -> [Mark.Arc.Slice] {
            Mark.Arc(
                rows: values.enumerated().map { .init(name: "\($0.offset)", value: $0.element, color: .categorical($0.offset)) }
            ).slices(in: .americanEnglish).slices
        }
        #expect(slices([90, 4, 2, 2, 2]).map(\.name) == ["0", "1", "2", "3", "4"])
        #expect(slices([Double](repeating: 1, count: 12)).map(\.name) == ["0", "1", "2", "3", "4", "5", "6", "Other (5)"])
        #expect(slices([Double](repeating: 1, count: 8)).count == 8, "one slice more keeps its name")
        #expect(slices([1, 5, 3]).map(\.name) == ["1", "2", "0"], "the largest comes first")
    }

    @Test func `slices in a given order are all shown, and the largest keep it where only they have room`() {
        let rows = [3, 40, 2, 0, 9, 1, 1, 30, 8, 5].enumerated().map {
            Mark.Arc.Row(name: "\($0.offset)", value: $0.element, color: .accent)
        }
        let arc = Mark.Arc(rows: rows, order: .given)
        let all = arc.slices(in: .americanEnglish, slotCount: nil)
        #expect(all.slices.map(\.name) == ["0", "1", "2", "4", "5", "6", "7", "8", "9"] && all.total == 99)
        let few = arc.slices(in: .americanEnglish)
        #expect(few.slices.map(\.name) == ["0", "1", "2", "4", "7", "8", "9", "Other (2)"] && few.total == 99)
        #expect(few.slices.last?.value == 2)
    }

    @Test func `an upright picture has its legend below the ring, where that leaves much more of the ring`() throws {
        func drawn(_ size: Size) throws -> (ring: Rect, legend: Rect) {
            var chart = GalleryChart.arcs[0].chart
            (chart.title, chart.subtitle, chart.footnote) = ("", "", "")
            let scene = try chart.scene(size: size, theme: .light, measuring: try #require(LayoutCase.typesetter))
            func around(_ shapes: [DrawnShape]) throws -> Rect {
                try #require(shapes.compactMap(\.bounds).reduce(nil as Rect?) { $0?.union($1) ?? $1 })
            }
            return (try around(scene.marks.flatMap(\.shapes)), try around(scene.nodes(of: .legend).flatMap(\.shapes)))
        }
        let upright = try drawn(Size(width: 330, height: 420))
        #expect(upright.legend.top > upright.ring.bottom && upright.ring.width > 140)
        let level = try drawn(Size(width: 330, height: 180))
        #expect(level.legend.left > level.ring.right)
    }

    @Test func `slices close the circle`() throws {
        let arc = Mark.Arc(rows: (1...6).map { .init(name: "\($0)", value: Double($0), color: .accent) })
        let slices = arc.slices(in: .americanEnglish).slices
        #expect(slices.first?.start == 0)
        #expect(abs(try #require(slices.last?.end) - 2 * Double.pi) < 1e-9)
        #expect(zip(slices, slices.dropFirst()).allSatisfy { $0.end == $1.start })
    }
}
