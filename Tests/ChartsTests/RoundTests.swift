import Drawing
import GalleryCharts
import Testing

@testable import Charts

/// Radars and what else is drawn around a middle.
@Suite struct RoundTests {
    private func scene(_ chart: Chart, _ size: Size = Size(width: 800, height: 400)) throws -> Scene {
        try chart.scene(size: size, theme: .light, measuring: try #require(LayoutCase.typesetter))
    }

    private func radar(_ values: [Double?], y: Axis = Axis()) -> Chart {
        let names = values.indices.map { Position.name("N\($0)") }
        return Chart("", y: y, marks: [.radar(Mark.Radar(positions: names, series: [.init(name: "", values: values, color: .accent)]))])
    }

    @Test func `a value is as far from the middle as the scale says, on its spoke`() throws {
        let dots = try scene(radar([10, 20, 30, 40])).marks.compactMap { mark in mark.bounds.map { (mark.value, $0.center) } }
        let middle = Point(x: (dots[1].1.x * 40 + dots[3].1.x * 20) / 60, y: (dots[0].1.y * 30 + dots[2].1.y * 10) / 40)
        for (index, (value, place)) in dots.sorted(by: { $0.0 < $1.0 }).enumerated() {
            let (dx, dy) = (place.x - middle.x, middle.y - place.y)
            let expected = [(0.0, 1.0), (1, 0), (0, -1), (-1, 0)][index]
            let unit = (dots[0].1.y - middle.y).magnitude / dots[0].0
            #expect(abs(dx - expected.0 * value * unit) < 0.5 && abs(dy - expected.1 * value * unit) < 0.5, "\(value)")
        }
    }

    @Test func `rings have round numbers from zero to beyond the largest value`() {
        func rings(_ values: [Double], _ axis: Axis = Axis()) -> [String] {
            RadialAxis(values, axis, in: .americanEnglish).rings.map(\.label)
        }
        #expect(rings([65, 90]) == ["25", "50", "75", "100"])
        #expect(rings([0, 0]) == ["5", "10"])
        #expect(rings([1, 2]) == ["1", "2"])
        #expect(rings([-31, 35]) == ["−20", "0", "20", "40"])
        #expect(rings([55, 90], Axis(minimum: 50, maximum: 100)) == ["60", "80", "100"])
        #expect(
            RadialAxis([-31, 35], Axis(), in: .americanEnglish).note(.count, in: .americanEnglish) == "The middle is −40.".isolatingNumber)
        #expect(RadialAxis([3], Axis(), in: .americanEnglish).note(.count, in: .americanEnglish) == nil)
    }

    @Test(arguments: GalleryChart.radars)
    func `the number of a ring stands in a gap of the ring, and no outline runs through it`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let lines = (layout.scene.nodes(of: .grid) + layout.scene.nodes(of: .marks)).flatMap(\.shapes).flatMap(\.path.segments)
            for run in layout.scene.nodes(of: .axis).flatMap(\.texts) where run.anchor == .middle {
                let box = run.bounds
                let letters = Rect(
                    left: box.left + 0.5, top: run.position.y - run.font.size * 0.7, right: box.right - 0.5, bottom: run.position.y - 0.5)
                let isCrossed = lines.contains(where: letters.meets)
                #expect(!isCrossed, "\(layout.name): “\(run.string)”")
            }
        }
    }

    @Test func `a value that is not known leaves the outline open`() throws {
        func closes(_ values: [Double?]) throws -> [Bool] {
            try scene(radar(values)).nodes(of: .marks).flatMap(\.shapes).filter { $0.stroke != nil }.map {
                $0.path.elements.contains(.close)
            }
        }
        #expect(try closes([1, 2, 3, 4]) == [true])
        #expect(try closes([1, nil, 3, 4]) == [false])
        #expect(try closes([1, nil, 3, nil]) == [])
    }

    @Test func `a radar is told by its highest and its lowest value, since speed and price have no sum`() {
        let names = ["Speed", "Price"].map { Position.name($0) }
        let series = [("A", [3.0, 5]), ("B", [4, 1])].map { Mark.Series(name: $0.0, values: $0.1, color: .accent) }
        let chart = Chart("Models", marks: [.radar(Mark.Radar(positions: names, series: series))])
        #expect(chart.message == "Models: highest A, Price 5, lowest B, Price 1.")
        #expect(chart.figures == ["Speed: A 3, B 4", "Price: A 5, B 1"])
    }
}

extension String {
    /// The text with its number isolated, as sentences have it.
    fileprivate var isolatingNumber: String {
        guard let number = firstMatch(of: /−?[0-9]+/) else { return self }
        return replacing(String(number.0), with: String(number.0).isolated)
    }
}
