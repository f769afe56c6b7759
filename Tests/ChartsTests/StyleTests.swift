import Drawing
import GalleryCharts
import Testing

@testable import Charts

/// How lines and points look.
@Suite struct StyleTests {
    private static let plot = Rect(left: 0, top: 0, right: 400, bottom: 200)

    /// Points from left to right, the same every time.
    private static func points(_ seed: Int) -> [Point] {
        (0..<12).map { Point(x: Double($0 * 30 + ($0 * seed) % 17), y: Double(($0 * $0 * 31 + seed * 47 + $0 * seed * 13) % 200)) }
    }

    /// Places on a curve, in order, each with the numbers of the points that it lies between.
    private static func places(_ elements: [Path.Element]) -> [(segment: Int, place: Point)] {
        var last = Point(x: 0, y: 0)
        return elements.enumerated().flatMap { index, element -> [(segment: Int, place: Point)] in
            defer {
                if case .move(let point) = element { last = point }
                if case .line(let point) = element { last = point }
                if case .curve(let point, _, _) = element { last = point }
            }
            guard case .curve(let end, let first, let second) = element else { return [] }
            let start = last
            return (0...20).map { step in
                let t = Double(step) / 20
                func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
                    let u = 1 - t
                    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
                }
                return (
                    index - 1,
                    Point(x: mix(start.x, first.x, second.x, end.x), y: mix(start.y, first.y, second.y, end.y))
                )
            }
        }
    }

    @Test(arguments: [true, false])
    func `a monotone curve goes through its points and never beyond two neighbors`(isVertical: Bool) {
        for seed in 0..<40 {
            let points = Self.points(seed).map { isVertical ? $0 : Point(x: $0.y, y: $0.x) }
            let elements = MarkStyle.Curve.monotone.elements(
                through: points, isVertical: isVertical, within: Rect(left: 0, top: 0, right: 400, bottom: 400))
            #expect(elements.count == points.count)
            for (segment, place) in Self.places(elements) {
                let (from, to) = (points[segment], points[segment + 1])
                let (value, ends) = isVertical ? (place.y, (from.y, to.y)) : (place.x, (from.x, to.x))
                #expect(value >= min(ends.0, ends.1) - 1e-9 && value <= max(ends.0, ends.1) + 1e-9, "seed \(seed), segment \(segment)")
            }
        }
    }

    @Test func `a curve with tension goes beyond its points, but not beyond the plot`() {
        var goesBeyond = false
        for seed in 0..<40 {
            let points = Self.points(seed)
            let elements = MarkStyle.Curve.smooth(tension: 0.8).elements(through: points, isVertical: true, within: Self.plot)
            for (segment, place) in Self.places(elements) {
                #expect(place.y >= -1e-9 && place.y <= 200 + 1e-9)
                goesBeyond = goesBeyond || place.y > max(points[segment].y, points[segment + 1].y) + 1
            }
        }
        #expect(goesBeyond)
    }

    @Test func `curves without tension and through few points are lines`() {
        let two = [Point(x: 0, y: 10), Point(x: 40, y: 90)]
        #expect(MarkStyle.Curve.straight.elements(through: two, isVertical: true, within: Self.plot) == Path(through: two).elements)
        for curve in [MarkStyle.Curve.monotone, .smooth(tension: 0.5), .smooth(tension: 0)] {
            let elements = curve.elements(through: two, isVertical: true, within: Self.plot)
            for (_, place) in Self.places(elements) { #expect(abs(place.y - (10 + 2 * place.x)) < 1e-9) }
            #expect(curve.elements(through: [two[0]], isVertical: true, within: Self.plot) == [.move(two[0])])
            #expect(curve.elements(through: [], isVertical: true, within: Self.plot).isEmpty)
        }
    }

    @Test func `a step from the other end is the same line`() {
        let points = Self.points(3)
        for curve in [MarkStyle.Curve.stepAfter, .stepBefore, .step] {
            func corners(_ curve: MarkStyle.Curve, _ points: [Point]) -> [Point] {
                curve.elements(through: points, isVertical: true, within: Self.plot).compactMap {
                    switch $0 {
                    case .move(let point), .line(let point): point
                    default: nil
                    }
                }
            }
            #expect(corners(curve, points) == corners(curve.reversed, points.reversed()).reversed())
        }
    }

    @Test func `a hidden axis leaves its room to the plot, and a step of one's own is read off it`() throws {
        let typesetter = try #require(LayoutCase.typesetter)
        var chart = Chart(
            "Sales",
            marks: [.line(Mark.Line(positions: [.name("a"), .name("b")], series: [.init(name: "s", values: [3, 8], color: .accent)]))])
        func texts() throws -> [String] {
            try chart.scene(size: Size(width: 500, height: 300), theme: .light, measuring: typesetter).texts.map(\.string)
        }
        chart.y.step = 3
        #expect(try Set(["0", "3", "6", "9"]).isSubset(of: texts()))
        chart.y.step = 0.001
        #expect(try texts().count < 30)
        (chart.x.hasLabels, chart.y.hasLabels, chart.hasLegend) = (false, false, false)
        #expect(try texts() == ["Sales"])
    }
}
