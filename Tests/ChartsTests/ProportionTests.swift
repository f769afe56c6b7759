import Charts
import Drawing
import GalleryCharts
import Testing

/// Lengths tell the truth.
@Suite struct ProportionTests {
    @Test(
        arguments: GalleryChart.vertical
            + GalleryChart.unfinished.filter { ["unfinished-bars", "unfinished-negative-bars"].contains($0.name) })
    func `vertical bars stand on one line, and a larger value is never shorter`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            try expectProportion(layout, base: { $0 >= 0 ? \.bottom : \.top }, length: \.height)
        }
    }

    @Test(arguments: GalleryChart.horizontal + GalleryChart.unfinished.filter { $0.name == "unfinished-level" })
    func `horizontal bars lie from one line, and a larger value is never shorter`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            try expectProportion(layout, base: { $0 >= 0 ? \.left : \.right }, length: \.width)
        }
    }

    @Test(arguments: GalleryChart.histograms)
    func `the bars of a histogram stand on one line, and a larger count is never shorter`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            try expectProportion(layout, base: { _ in \.bottom }, length: \.height)
        }
    }

    @Test(arguments: GalleryChart.stacks + GalleryChart.waterfalls + GalleryChart.unfinished.filter { $0.name.hasSuffix("ed") })
    func `parts of stacks, bars of groups and steps are as high as they are large`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let bars = try layout.scene.marks.map { (value: abs($0.value), height: try #require($0.bounds).height) }
            guard let largest = bars.max(by: { $0.value < $1.value }), largest.value > 0 else { continue }
            // A separator of one point around a part takes half of it from the neighbours.
            for bar in bars {
                #expect(abs(bar.height - largest.height / largest.value * bar.value) <= 1.01 * layout.growth, "\(layout.name): \(bar)")
            }
        }
    }

    @Test(arguments: GalleryChart.waterfalls)
    func `the sums of a waterfall stand on zero, and each step begins where the one before it ends`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let bars = try layout.scene.marks.map { (value: $0.value, rect: try #require($0.bounds)) }
            guard let first = bars.first, let last = bars.last else { continue }
            func foot(_ bar: (value: Double, rect: Rect)) -> Double { bar.value >= 0 ? bar.rect.bottom : bar.rect.top }
            func end(_ bar: (value: Double, rect: Rect)) -> Double { bar.value >= 0 ? bar.rect.top : bar.rect.bottom }
            #expect(abs(foot(first) - foot(last)) < 1e-6, "\(layout.name)")
            for (bar, next) in zip(bars, bars.dropFirst().dropLast()) {
                #expect(abs(end(bar) - foot(next)) < 1e-6, "\(layout.name): \(next.value)")
            }
            if let step = bars.dropLast().last { #expect(abs(end(step) - end(last)) < 1e-6, "\(layout.name)") }
        }
    }

    @Test(arguments: GalleryChart.waterfalls)
    func `from the first sum to the last a waterfall has no hole`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let bars = layout.scene.marks.compactMap(\.bounds).filter { $0.height >= 1 }
            let lines = layout.scene.nodes(of: .annotation).flatMap(\.shapes).compactMap { $0.path.bounds }
            guard let first = bars.first, let last = bars.last else { continue }
            var end = first.right
            for box in (bars + lines).sorted(by: { $0.left < $1.left }) where box.left <= end + 0.01 { end = max(end, box.right) }
            #expect(end >= last.right, "\(layout.name)")
        }
    }

    @Test(arguments: GalleryChart.timelines)
    func `a later day is never farther left`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let places = layout.scene.marks.sorted { $0.value < $1.value }.compactMap { mark in
                // The symbol is what comes last of a row's shapes.
                mark.shapes.last?.path.bounds?.center.x
            }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(layout.name): \(places)")
        }
    }

    private func expectProportion(
        _ layout: LayoutCase, base: (Double) -> KeyPath<Rect, Double>, length: KeyPath<Rect, Double>
    ) throws {
        let bars = try layout.scene.marks.map { (value: $0.value, rect: try #require($0.bounds)) }
        guard let first = bars.first else { return }
        let line = bars.first { $0.value != 0 }.map { $0.rect[keyPath: base($0.value)] } ?? first.rect[keyPath: base(first.value)]
        for bar in bars where bar.value != 0 {
            #expect(abs(bar.rect[keyPath: base(bar.value)] - line) < 1e-6, "\(layout.name): \(bar.value)")
        }
        let lengths = bars.sorted { abs($0.value) < abs($1.value) }.map { $0.rect[keyPath: length] }
        #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(layout.name): \(lengths)")
    }
}
