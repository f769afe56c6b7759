import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// Where a picture shows what.
@Suite struct RegionTests {
    private func regions(
        _ chart: Chart, width: Double = 800, height: Double = 400, scale: Double = 1
    ) throws -> [Scene.Region] {
        let typesetter = try #require(LayoutCase.typesetter)
        return try chart.scene(size: Size(width: width, height: height), theme: .light, measuring: typesetter)
            .regions(scale: scale)
    }

    @Test(arguments: GalleryChart.all)
    func `every box has whole pixels, at least one, and lies in the picture`(chart: GalleryChart) throws {
        for (size, scale) in zip(LayoutCase.sizes, [1, 1.5, 2, 3.3, 1]) {
            let canvas = Rect(left: 0, top: 0, right: (size.width * scale).rounded(), bottom: (size.height * scale).rounded())
            for region in try regions(chart.chart, width: size.width, height: size.height, scale: scale) {
                let frame = region.frame
                #expect(canvas.contains(frame) && frame.width >= 1 && frame.height >= 1, "\(chart) at \(size): \(frame)")
                #expect([frame.left, frame.top, frame.right, frame.bottom].allSatisfy { $0 == $0.rounded() })
            }
        }
    }

    @Test(arguments: GalleryChart.vertical + GalleryChart.horizontal + GalleryChart.histograms)
    func `every row of the data has a box with its value`(chart: GalleryChart) throws {
        let values = chart.chart.marks.flatMap { mark -> [Double] in
            switch mark {
            case .bar(let bar): bar.rows.map(\.value)
            case .histogram(let histogram): histogram.bins.map { Double($0.count) }
            default: []
            }
        }
        let regions = try regions(chart.chart)
        // Of forty lying bars those have a box that have room for a name.
        #expect(
            regions.map(\.datum.value)
                == (chart.name.hasSuffix("forty") && chart.name.hasPrefix("level") ? Array(values.prefix(regions.count)) : values))
        #expect(regions.count >= min(values.count, 20))
        #expect(regions.allSatisfy { !$0.datum.label.isEmpty && !$0.datum.text.isEmpty })
    }

    @Test(arguments: GalleryChart.others.filter { $0.name.hasPrefix("cards") })
    func `every card has a box with its figure, and no two overlap`(chart: GalleryChart) throws {
        let cards = chart.chart.marks.compactMap { mark in if case .card(let card) = mark { card } else { nil as Mark.Card? } }
        let regions = try regions(chart.chart)
        #expect(regions.map(\.datum) == cards.map { Scene.Datum(label: $0.label, value: $0.value, text: $0.figure) })
        for (index, region) in regions.enumerated() {
            #expect(regions[(index + 1)...].allSatisfy { !$0.frame.overlaps(region.frame) })
        }
        #expect(try self.regions(chart.chart, width: 100, height: 80).count == 1, "a small picture shows the first")
    }

    @Test func `a picture of twice as many pixels has boxes twice as large`() throws {
        let chart = GalleryChart.vertical[0].chart
        for (one, two) in zip(try regions(chart), try regions(chart, scale: 2)) {
            #expect(abs(one.frame.left * 2 - two.frame.left) <= 2 && abs(one.frame.width * 2 - two.frame.width) <= 3)
            #expect(one.datum == two.datum)
        }
    }

    @Test(arguments: GalleryChart.vertical + GalleryChart.horizontal)
    func `the boxes of a mirrored picture are mirrored`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        let scene = try chart.chart.scene(size: Size(width: 800, height: 400), theme: .light, measuring: typesetter)
        let mirrored = scene.mirrored().regions(scale: 1)
        for (one, other) in zip(scene.regions(scale: 1), mirrored) {
            #expect(one.datum == other.datum)
            #expect(abs(800 - one.frame.right - other.frame.left) <= 1 && abs(800 - one.frame.left - other.frame.right) <= 1)
            #expect((one.frame.top, one.frame.bottom) == (other.frame.top, other.frame.bottom))
        }
    }
}
