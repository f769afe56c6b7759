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
    // MARK: Polar areas

    @Test func `the area of a sector is true to its value`() throws {
        let rows = [4.0, 1, 9, 16].map { Mark.Arc.Row(name: "", value: $0, color: .accent) }
        let marks = try scene(Chart("", marks: [.polarArea(Mark.PolarArea(rows: rows))])).marks
        let areas = marks.compactMap { mark in mark.shapes.first.map { ($0.path.area, mark.value) } }
        #expect(areas.count == 4)
        for (area, value) in areas { #expect(abs(area / value - areas[1].0) < areas[1].0 * 0.01, "\(value)") }
    }

    @Test func `a value below zero has no sector, and a note and the figures say so`() throws {
        let rows = [("A", 4.0), ("B", -3)].map { Mark.Arc.Row(name: $0.0, value: $0.1, color: .accent) }
        let chart = Chart("", marks: [.polarArea(Mark.PolarArea(rows: rows))])
        #expect(chart.figures == ["A: 4", "B: −3"])
        #expect(try scene(chart).texts.contains { $0.string.hasPrefix("Below zero, not drawn: ") })
        #expect(try scene(chart).marks[1].shapes.allSatisfy { !$0.isVisible })
    }

    @Test(arguments: GalleryChart.polarAreas)
    func `the number of a ring stands on one color alone`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let edges = layout.scene.marks.flatMap(\.shapes).filter(\.isVisible).flatMap(\.path.segments)
            for run in layout.scene.nodes(of: .annotation).flatMap(\.texts) where run.string.hasPrefix("$") {
                let box = run.bounds
                let letters = Rect(
                    left: box.left + 0.5, top: run.position.y - run.font.size * 0.7, right: box.right - 0.5, bottom: run.position.y - 0.5)
                let isCrossed = edges.contains(where: letters.meets)
                #expect(!isCrossed, "\(layout.name): “\(run.string)”")
            }
        }
    }

    // MARK: Gauges

    @Test(arguments: [(0.0, 0.0), (25, 0.25), (50, 0.5), (100, 1), (140, 1), (-3, 0)])
    func `a gauge is filled as far as its value`(value: Double, share: Double) throws {
        for shape in [Mark.Gauge.Shape.halfRing, .ring] {
            let scene = try scene(Chart("", marks: [.gauge(Mark.Gauge(value: value, domain: 0...100, shape: shape))]))
            let track = try #require(scene.nodes(of: .grid).flatMap(\.shapes).first)
            let filled = try #require(scene.marks.first?.shapes.first)
            #expect(abs(filled.path.area / track.path.area - share) < 0.01, "\(shape)")
        }
    }

    @Test func `a gauge says its value, of what it is, and where it lies`() {
        let bands = [Mark.Gauge.Band("Good", to: 60, color: .accent), Mark.Gauge.Band("Bad", to: 100, color: .more)]
        func chart(_ gauge: Mark.Gauge) -> Chart { Chart("Load", marks: [.gauge(gauge)]) }
        #expect(chart(Mark.Gauge(value: 72, domain: 0...100)).message == "Load: 72 of 100.")
        #expect(chart(Mark.Gauge(value: 72, domain: 0...100, bands: bands)).message == "Load: 72 of 100, Bad.")
        #expect(chart(Mark.Gauge("CPU", value: 3, domain: 1...5)).message == "Load: CPU: 3 on a scale from 1 to 5.")
        #expect(chart(Mark.Gauge(value: 72, domain: 0...100, bands: bands)).figures == ["Load: 72", "Good: 0–60", "Bad: 60–100"])
        #expect(chart(Mark.Gauge(value: 172, domain: 0...100)).notes == "172 is beyond the scale.")
    }

    // MARK: Progress

    @Test(arguments: [
        (72.0, 100.0, 0.72, "72%"), (0, 100, 0, "0%"), (3, 2_000, 0.0015, "0.2%"), (1_999, 2_000, 0.9995, ">99%"), (3, 2, 1, "150%"),
    ])
    func `a progress bar is as long as its share, which it says`(value: Double, whole: Double, share: Double, text: String) throws {
        for size in [Size(width: 800, height: 400), Size(width: 300, height: 60), Size(width: 100, height: 80)] {
            let scene = try scene(Chart("", marks: [.progress(Mark.Progress(value: value, of: whole))]), size)
            let track = try #require(scene.nodes(of: .grid).flatMap(\.shapes).first?.bounds)
            let filled = try #require(scene.marks.first?.bounds)
            #expect(abs(filled.width - track.width * share) < 1 && filled.left == track.left, "\(size)")
            #expect(scene.texts.contains { $0.string == text }, "\(size): \(scene.texts.map(\.string))")
        }
    }

    @Test func `progress is told by its share and its amounts`() {
        let chart = Chart("Goal", marks: [.progress(Mark.Progress("Collected", value: 30, of: 120))])
        #expect(chart.message == "Goal: Collected: 25% (30 of 120)." && chart.figures == ["Collected: 30 of 120"])
        #expect(Chart("Goal", marks: [.progress(Mark.Progress(value: 30, of: 100))]).summary == "Goal: 30%.\nGoal: 30%")
        #expect(Chart("Goal", marks: [.progress(Mark.Progress(value: 30, of: 0))]).message == "Goal: no data.")
    }
}

extension String {
    /// The text with its number isolated, as sentences have it.
    fileprivate var isolatingNumber: String {
        guard let number = firstMatch(of: /−?[0-9]+/) else { return self }
        return replacing(String(number.0), with: String(number.0).isolated)
    }
}

extension Path {
    /// What the outline encloses, in square points.
    fileprivate var area: Double {
        polygons.reduce(0) { sum, polygon in
            sum
                + polygon.indices.reduce(0) { sum, index in
                    let (from, to) = (polygon[index], polygon[(index + 1) % polygon.count])
                    return sum + (from.x * to.y - to.x * from.y) / 2
                }
        }.magnitude
    }
}
