import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// What must hold for every chart at every size.
@Suite struct LayoutInvariantTests {
    @Test func `there are charts and a typesetter`() throws {
        #expect(GalleryChart.all.count >= 50)
        #expect(Set(GalleryChart.all.map(\.name)).count == GalleryChart.all.count)
        _ = try #require(LayoutCase.typesetter)
    }

    @Test(arguments: GalleryChart.all)
    func `everything is on the canvas`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for layout in try LayoutCase.all(of: chart) {
            let canvas = Rect(layout.size).inset(by: -0.01)
            for node in layout.scene.nodes {
                let bounds = node.bounds(measuring: typesetter)
                #expect(bounds.map(canvas.contains) ?? true, "\(layout.name): \(bounds.map(String.init(describing:)) ?? "")")
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `no two texts overlap`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for layout in try LayoutCase.all(of: chart) {
            let boxes = layout.scene.texts.map { ($0.string, $0.bounds(measuring: typesetter).inset(by: 0.5)) }
            for (index, (text, box)) in boxes.enumerated() {
                for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
                    Issue.record("\(layout.name): “\(text)” overlaps “\(other)”")
                }
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `no text is empty`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            #expect(layout.scene.texts.allSatisfy { !$0.string.isEmpty }, "\(layout.name)")
        }
    }

    @Test(arguments: GalleryChart.all)
    func `text has a contrast of 4.5 and marks of 3 to the background`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            for run in layout.scene.texts {
                #expect(run.color.contrast(with: layout.theme.background) >= 4.5, "\(layout.name): “\(run.string)”")
            }
            for mark in layout.scene.marks {
                #expect((mark.fill?.contrast(with: layout.theme.background) ?? 21) >= 3, "\(layout.name): \(mark.datum.label)")
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `equal charts give equal scenes`(chart: GalleryChart) throws {
        #expect(try LayoutCase.all(of: chart).map(\.scene) == LayoutCase.all(of: chart).map(\.scene))
    }

    @Test(arguments: GalleryChart.upright)
    func `upright bars stand on one line, and a larger value is never shorter`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            try expectProportion(layout, base: { $0 >= 0 ? \.bottom : \.top }, length: \.height)
        }
    }

    @Test(arguments: GalleryChart.level)
    func `level bars lie from one line, and a larger value is never shorter`(chart: GalleryChart) throws {
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

    private func expectProportion(
        _ layout: LayoutCase, base: (Double) -> KeyPath<Rect, Double>, length: KeyPath<Rect, Double>
    ) throws {
        let bars = try layout.scene.marks.map { (value: $0.datum.value, rect: try #require($0.path.bounds)) }
        guard let first = bars.first else { return }
        let line = first.rect[keyPath: base(first.value)]
        for bar in bars { #expect(abs(bar.rect[keyPath: base(bar.value)] - line) < 1e-6, "\(layout.name): \(bar.value)") }
        let lengths = bars.sorted { abs($0.value) < abs($1.value) }.map { $0.rect[keyPath: length] }
        #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(layout.name): \(lengths)")
    }
}
