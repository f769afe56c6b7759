import Charts

extension GalleryChart {
    /// Points, lines and areas over numbers and times.
    public static let points: [GalleryChart] = scatters + bubbles + continuums

    private static let scatters: [GalleryChart] = [
        scatter("one-series", [Mark.Points.Series(rows: cloud(80, 0))]),
        scatter("three-series", (0..<3).map { Mark.Points.Series(Words.categories[$0], rows: cloud(40, $0), color: .categorical($0)) }),
        scatter("many", [Mark.Points.Series(rows: cloud(3_000, 1))]),
        scatter("one", [Mark.Points.Series(rows: [Mark.Points.Row(position: .number(3), value: 4)])]),
        scatter("none", []),
        scatter(
            "logarithms", [Mark.Points.Series(rows: (0..<30).map { powers($0) })], x: Axis("visits", scale: .logarithmic),
            y: Axis("revenue", format: .currency(.usDollar), scale: .logarithmic)),
        scatter(
            "below-zero",
            [
                Mark.Points.Series(
                    rows: cloud(60, 2).map { row in
                        var row = row
                        row.position = .number((row.position.numberInGallery - 50) / 100)
                        row.value -= 60
                        return row
                    })
            ]),
        scatter(
            "long-titles", [Mark.Points.Series(Words.longName, rows: cloud(20, 3), color: .categorical(0))], x: Axis(Words.longName),
            y: Axis(Words.longName)),
        GalleryChart(
            "scatter-rule",
            Chart(
                "Weight by height", x: Axis("height, cm"), y: Axis("weight, kg"),
                marks: [
                    .points(Mark.Points(series: [Mark.Points.Series("People", rows: cloud(40, 0))])),
                    .line(
                        Mark.Line(
                            positions: [.number(5), .number(95)],
                            series: [Mark.Series(name: "Trend", values: [20, 110], color: .categorical(1))])),
                    .rule(y: 90, label: "Limit 90"),
                ])),
    ]

    private static let bubbles: [GalleryChart] = [
        bubble("one-series", [Mark.Points.Series(rows: sized(25, 0))]),
        bubble("three-series", (0..<3).map { Mark.Points.Series(Words.categories[$0], rows: sized(9, $0), color: .categorical($0)) }),
        bubble("scripts", Words.scripts.enumerated().map { Mark.Points.Series($1, rows: sized(3, $0), color: .categorical($0)) }),
        bubble("radii", [Mark.Points.Series(rows: sized(12, 4))], .radii),
        bubble("zeros", [Mark.Points.Series(rows: (0..<4).map { .init(position: .number(Double($0)), value: 2, size: 0) })]),
    ]

    private static let continuums: [GalleryChart] = [
        over("numbers-line", .line(Mark.Line(positions: numbers, series: series(3, numbers.count)))),
        over("numbers-area", .area(Mark.Area(positions: numbers, series: series(2, numbers.count)))),
        over("numbers-dots", .dots(Mark.Dots(positions: numbers, series: series(2, numbers.count)))),
        over("seconds-line", .line(Mark.Line(positions: times(20, every: 3), series: series(1, 20)))),
        over("minutes-line", .line(Mark.Line(positions: times(60, every: 60), series: series(2, 60)))),
        over("hours-line", .line(Mark.Line(positions: times(48, every: 3_600), series: series(2, 48)))),
        over("days-hours-line", .line(Mark.Line(positions: times(60, every: 6 * 3_600), series: series(1, 60)))),
        over("years-hours-line", .line(Mark.Line(positions: times(100, every: 300 * 3_600), series: series(1, 100)))),
        over("one-time", .dots(Mark.Dots(positions: times(1, every: 1), series: series(1, 1)))),
    ]

    private static let numbers: [Position] = [0.5, 1, 2, 4, 5, 7, 11, 12, 14, 19, 23, 24.5].map { .number($0) }

    /// From 2024-03-30 22:15:00 on.
    private static func times(_ count: Int, every step: Int) -> [Position] { (0..<count).map { .time(1_711_836_900 + $0 * step) } }

    private static func series(_ number: Int, _ count: Int) -> [Mark.Series] {
        (0..<number).map { place in
            Mark.Series(
                name: Words.categories[place],
                values: (0..<count).map { Double(300 + ($0 * 37 + place * 91) % 140 + place * 60 + $0 % 11 * 9) },
                color: .categorical(place))
        }
    }

    /// Points that rise with some spread, the same every time.
    private static func cloud(_ count: Int, _ seed: Int) -> [Mark.Points.Row] {
        (0..<count).map { index in
            let x = Double((index * 7_919 + seed * 313) % 997) / 10
            let spread = Double((index * 6_151 + seed * 101) % 883) / 883 - 0.5
            return Mark.Points.Row(position: .number(x), value: (25 + x * 0.8 + spread * 50 + Double(seed) * 6).rounded())
        }
    }

    private static func sized(_ count: Int, _ seed: Int) -> [Mark.Points.Row] {
        cloud(count, seed).enumerated().map { index, row in
            var row = row
            row.size = Double((index * 37 + seed * 11) % 29 + 1)
            return row
        }
    }

    private static func powers(_ index: Int) -> Mark.Points.Row {
        let x = Double((index * 13) % 30) / 5
        var (visits, revenue) = (1.0, 0.3)
        for _ in 0..<Int(x) { (visits, revenue) = (visits * 10, revenue * 8) }
        return Mark.Points.Row(position: .number(visits * (1 + Double(index % 7))), value: revenue * (1 + Double(index % 5)))
    }

    private static func scatter(
        _ name: String, _ series: [Mark.Points.Series], x: Axis = Axis("height, cm"), y: Axis = Axis("weight, kg")
    ) -> GalleryChart {
        GalleryChart(
            "scatter-\(name)",
            Chart("Weight by height", subtitle: "Of those who were asked", x: x, y: y, marks: [.points(Mark.Points(series: series))]))
    }

    private static func bubble(
        _ name: String, _ series: [Mark.Points.Series], _ sizing: Mark.Points.Sizing = .areas(Axis("people, millions"))
    ) -> GalleryChart {
        GalleryChart(
            "bubble-\(name)",
            Chart(
                "Life expectancy by income", subtitle: "Area: people", x: Axis("income, thousands"), y: Axis("years"),
                marks: [.points(Mark.Points(series: series, sizing: sizing))]))
    }

    private static func over(_ name: String, _ mark: Mark) -> GalleryChart {
        GalleryChart("over-\(name)", Chart("Requests", subtitle: "In a second", x: Axis("workers"), y: Axis("requests"), marks: [mark]))
    }
}

extension Position {
    fileprivate var numberInGallery: Double { if case .number(let number) = self { number } else { 0 } }
}
