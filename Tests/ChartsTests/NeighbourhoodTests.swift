import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// Labels stand beside what they name.
@Suite struct NeighbourhoodTests {
    @Test(
        arguments: GalleryChart.vertical + GalleryChart.horizontal + GalleryChart.heatmaps + GalleryChart.timelines
            + GalleryChart.waterfalls)
    func `a name on an axis shares a row or a column with a mark of that name`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let marks = layout.scene.marks.compactMap { mark in mark.bounds.map { (label: mark.datum.label, bounds: $0) } }
            for run in layout.scene.nodes(of: .axis).flatMap(\.texts) {
                let named = marks.filter { mark in
                    mark.label == run.string || mark.label.hasPrefix("\(run.string), ") || mark.label.hasSuffix(", \(run.string)")
                        || mark.label.hasPrefix("\(run.string) ")
                }
                guard !named.isEmpty else { continue }
                let box = run.bounds
                let isBeside = named.contains { mark in
                    // A line of two stands half a line above or below its row's middle.
                    abs(box.center.y - mark.bounds.center.y) <= box.height
                        || (box.left <= mark.bounds.center.x + 1 && mark.bounds.center.x - 1 <= box.right)
                        || (mark.bounds.top <= box.center.y && box.center.y <= mark.bounds.bottom)
                }
                #expect(isBeside, "\(layout.name): “\(run.string)”")
            }
        }
    }

    @Test(arguments: GalleryChart.vertical + GalleryChart.waterfalls)
    func `a number on a bar is centered beyond its end`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for layout in try LayoutCase.all(of: chart) where chart.chart.marks.count == 1 {
            let bars = layout.scene.marks.compactMap(\.bounds)
            for run in layout.scene.nodes(of: .annotation).flatMap(\.texts) where !bars.isEmpty {
                let letters = run.position.y - typesetter.metrics(of: run.font).capHeight...run.position.y
                let isBeside = bars.contains { bar in
                    abs(bar.center.x - run.position.x) < 0.01
                        && (abs(letters.upperBound - bar.top) <= 6 * layout.growth
                            || abs(letters.lowerBound - bar.bottom) <= 6 * layout.growth)
                }
                #expect(isBeside, "\(layout.name): “\(run.string)”")
            }
        }
    }

    @Test(arguments: GalleryChart.heatmaps)
    func `the number of a cell is inside it`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            for mark in layout.scene.marks {
                for run in mark.texts {
                    let box = run.bounds.inset(by: 0.01)
                    #expect(mark.bounds?.contains(box) ?? false, "\(layout.name): “\(run.string)”")
                }
            }
        }
    }

    @Test(arguments: GalleryChart.arcs)
    func `leaders of a ring neither cross one another nor the ring`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let leaders = layout.scene.nodes(of: .legend).flatMap(\.shapes).filter { $0.stroke != nil }.map(\.path.segments)
            for (index, leader) in leaders.enumerated() {
                for other in leaders[(index + 1)...] {
                    #expect(!leader.contains { segment in other.contains { crosses(segment, $0) } }, "\(layout.name)")
                }
                for slice in layout.scene.marks.flatMap(\.shapes) {
                    let edges = slice.path.segments
                    #expect(!leader.contains { segment in edges.contains { crosses(segment, $0) } }, "\(layout.name)")
                }
            }
        }
    }

    @Test(arguments: GalleryChart.lines)
    func `names at the ends of lines stand in the order of the lines`(chart: GalleryChart) throws {
        guard case .line(let line)? = chart.chart.marks.first else { return }
        for layout in try LayoutCase.all(of: chart) {
            let names = layout.scene.nodes(of: .legend).flatMap(\.texts)
            let places = line.series.compactMap { series -> (value: Double, y: Double)? in
                guard let run = names.first(where: { $0.string == series.name }), let value = series.values.last(where: { $0 != nil })
                else {
                    return nil
                }
                return value.map { ($0, run.position.y) }
            }
            for (one, other) in zip(places.sorted { $0.y < $1.y }, places.sorted { $0.y < $1.y }.dropFirst()) {
                #expect(one.value >= other.value, "\(layout.name)")
            }
        }
    }
}
