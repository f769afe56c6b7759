import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// Positions that are numbers or times, and points at them.
@Suite struct PointTests {
    private func scene(_ chart: Chart, width: Double = 800, height: Double = 400) throws -> Scene {
        try chart.scene(size: Size(width: width, height: height), theme: .light, measuring: try #require(LayoutCase.typesetter))
    }

    private func points(_ rows: [(x: Double, y: Double, size: Double?)], x: Axis = Axis(), y: Axis = Axis()) -> Chart {
        Chart("Points", x: x, y: y, marks: [.points(rows, position: { .number($0.x) }, value: \.y, size: \.size)])
    }

    @Test func `distances between points are as their numbers are, along both axes`() throws {
        let scene = try scene(points([(1, 10, nil), (2, 20, nil), (4, 40, nil), (9, 90, nil)]))
        let centers = try scene.marks.map { try #require($0.bounds).center }
        let (x, y) = (centers.map(\.x), centers.map(\.y))
        #expect(abs((x[2] - x[1]) / (x[1] - x[0]) - 2) < 1e-6 && abs((x[3] - x[2]) / (x[1] - x[0]) - 5) < 1e-6)
        #expect(abs((y[2] - y[1]) / (y[1] - y[0]) - 2) < 1e-6 && abs((y[3] - y[2]) / (y[1] - y[0]) - 5) < 1e-6)
    }

    @Test func `on a logarithmic axis equal ratios are equally far apart`() throws {
        let rows = [1.0, 10, 100].map { (x: $0, y: $0, size: nil as Double?) }
        let scene = try scene(points(rows, x: Axis(scale: .logarithmic), y: Axis(scale: .logarithmic)))
        let centers = try scene.marks.map { try #require($0.bounds).center }
        #expect(abs((centers[2].x - centers[1].x) - (centers[1].x - centers[0].x)) < 1e-6)
        #expect(abs((centers[2].y - centers[1].y) - (centers[1].y - centers[0].y)) < 1e-6)
        #expect(throws: ChartError.notPositive(0)) { try self.scene(points([(0, 1, nil)], x: Axis(scale: .logarithmic))) }
    }

    @Test func `areas stand for sizes, and a smaller circle lies on a larger one`() throws {
        let scene = try scene(points([(1, 1, 1), (2, 2, 4), (3, 3, 16), (4, 4, 9)]))
        let circles = try scene.marks.map { (x: $0.value, width: try #require($0.shapes[0].path.bounds).width) }
        #expect(circles.map(\.x) == [3, 4, 2, 1])
        let largest = circles[0].width
        for (circle, share) in zip(circles, [1, 0.75, 0.5, 0.25]) { #expect(abs(circle.width - largest * share) < 0.05) }
    }

    @Test(arguments: GalleryChart.points.filter { $0.name.hasPrefix("bubble") })
    func `circles of the legend are as large as those that they stand for`(chart: GalleryChart) throws {
        guard case .points(let mark)? = chart.chart.marks.first, case .areas = mark.sizing,
            let most = mark.series.flatMap(\.rows).compactMap(\.size).max(),
            most > 0
        else { return }
        let scene = try scene(chart.chart)
        let largest = try #require(scene.marks.first?.shapes.first?.path.bounds).width
        let circles = scene.nodes(of: .legend).flatMap(\.shapes).filter { $0.fill == nil }.compactMap { $0.path.bounds?.width }
        let texts = scene.nodes(of: .legend).flatMap(\.texts).compactMap { Double($0.string) }
        #expect(circles.count == 2)
        for (circle, number) in zip(circles, texts.suffix(2)) { #expect(abs(circle - largest * (number / most).squareRoot()) < 0.05) }
    }

    @Test func `ticks of numbers are round, and those of times are round on a clock`() throws {
        let scene = try scene(points((0..<10).map { (Double($0) * 7.3 + 2, Double($0), nil) }))
        #expect(scene.nodes(of: .axis).flatMap(\.texts).map(\.string).contains("40"))
        let hours = Chart(
            "Hours",
            marks: [
                .line(
                    Mark.Line(
                        positions: (0..<30).map { .time(1_711_836_900 + $0 * 600) },
                        series: [Mark.Series(name: "Requests", values: (0..<30).map(Double.init), color: .accent)]))
            ])
        let texts = try self.scene(hours).nodes(of: .axis).flatMap(\.texts).map(\.string)
        for text in ["23:00", "00:00", "01:00", "Mar 31, 2024"] { #expect(texts.contains(text), "\(texts)") }
    }

    @Test func `points are told by their ranges, and by a correlation where there are enough`() {
        let axes = (x: Axis("height"), y: Axis("weight"))
        let few = points([(150, 45, nil), (190, 98, nil)], x: axes.x, y: axes.y)
        #expect(few.message == "Points: 2 points; height 150 to 190, weight 45 to 98.")
        #expect(few.figures == ["150: 45", "190: 98"])
        let many = points((0..<20).map { (Double($0), Double($0) * 2, nil) }, x: axes.x, y: axes.y)
        #expect(many.message == "Points: 20 points; height 0 to 19, weight 0 to 38; correlation 1.00.")
        let sized = points([(1, 2, 3)])
        #expect(sized.figures == ["1: 2 (3)"])
    }

    @Test func `a number that is not finite and a time beyond the calendar are errors`() {
        #expect(throws: ChartError.self) { try scene(points([(.nan, 1, nil)])) }
        #expect(throws: ChartError.self) {
            try scene(Chart("", marks: [.points([1.0], position: { _ in .time(1 << 60) }, value: { $0 })]))
        }
        #expect(throws: ChartError.self) { try scene(points([(1, 1, .infinity)])) }
    }
}
