import Charts

extension GalleryChart {
    /// Several marks in one plot.
    public static let layers: [GalleryChart] = [
        layers("bars-line-rule-dots", [bars(), line("Year before", 0.8), dots("Forecast", 1.1), .rule(y: 470, label: "Mean $470")]),
        layers("stack-line", [.stack(Mark.Stack(positions: months, series: series(3))), line("Budget", 2)]),
        layers("two-axes", [bars(), orders.on(.y2)]),
        layers(
            "two-axes-stack", [.stack(Mark.Stack(positions: months, series: series(3))), orders.on(.y2), .rule(y2: 14, label: "Usual")]),
        layers("two-axes-refunds", [bars { $0 % 4 == 1 ? -180 : 420 }, orders.on(.y2)]),
        layers(
            "two-axes-price",
            [
                bars(),
                .line(
                    Mark.Line(
                        positions: months, series: [Mark.Series(name: "Price of milk", values: prices, color: .categorical(4))],
                        interpolation: .step, includesZero: false, on: .y2)),
            ], y2: Axis("price", format: .currency(.usDollar))),
        layers("other-positions", [bars(), dots("Later", 1, from: 6)]),
        layers("areas-line", [.area(Mark.Area(positions: months, series: series(3))), line("Budget", 2)]),
        layers("horizontal-rule-dots", [bars(.horizontal), dots("Year before", 0.7), .rule(y: 470, label: "Mean $470")]),
        layers("horizontal-two-axes", [bars(.horizontal), orders.on(.y2)]),
        layers("horizontal-stack", [.stack(Mark.Stack(positions: months, series: series(3), orientation: .horizontal))]),
        layers(
            "horizontal-groups",
            [
                .stack(
                    Mark.Stack(
                        positions: Array(months.prefix(4)), series: series(2, count: 4), arrangement: .grouped, orientation: .horizontal))
            ]),
        layers("long-names", [bars(name: Words.longName), line(Words.longName + " again", 0.8)]),
    ]

    /// A plot for each series.
    public static let facets: [GalleryChart] = [
        facets("lines", .line(Mark.Line(positions: months, series: series(6)))),
        facets("lines-free", .line(Mark.Line(positions: months, series: series(6))), .free),
        facets("two", .line(Mark.Line(positions: months, series: series(2)))),
        facets("eleven", .line(Mark.Line(positions: months, series: series(11), unfinished: 11))),
        facets("forty", .line(Mark.Line(positions: months, series: (0..<40).map { one("Category \($0 + 1)", $0, 1 / Double($0 + 1)) }))),
        facets("bars", .stack(Mark.Stack(positions: months, series: series(5)))),
        facets("areas", .area(Mark.Area(positions: months, series: series(4)))),
        facets(
            "days",
            .dots(
                Mark.Dots(
                    positions: (0..<12).map { .day(19_800 + $0 * 31) }, series: series(4), includesZero: true))),
        facets(
            "scripts",
            .line(Mark.Line(positions: months, series: Words.scripts.enumerated().map { one($1, $0, 1 / Double($0 + 1)) }))),
        facets("with-rule", .line(Mark.Line(positions: months, series: series(4))), rules: [.rule(y: 300, label: "Target $300")]),
        facets("one", .line(Mark.Line(positions: months, series: series(1)))),
        facets(
            "unknown",
            .line(
                Mark.Line(
                    positions: months,
                    series: [one("Dairy", 0, 1), Mark.Series(name: "Meat", values: months.map { _ in nil }, color: .categorical(1))]))),
    ]

    private static let months: [Position] = (1...12).map { .month(year: 2024, month: $0) }
    private static let values: [Double] = [412, 388, 455, 501, 467, 530, 555, 498, 476, 520, 541, 203]
    private static let prices: [Double?] = [2.48, 2.48, 2.79, 2.79, nil, 2.99, 2.99, 2.99, 3.19, 3.19, 3.29, 3.29]

    private static func bars(
        _ orientation: Mark.Orientation = .vertical, name: String = "This year", value: (Int) -> Double = { values[$0] }
    )
        -> Mark
    {
        .bar(Array(months.indices), orientation, name: name, position: { months[$0] }, value: value)
    }

    private static func line(_ name: String, _ share: Double) -> Mark {
        .line(Mark.Line(positions: months, series: [Mark.Series(name: name, values: values.map { $0 * share }, color: .categorical(4))]))
    }

    private static func dots(_ name: String, _ share: Double, from start: Int = 0) -> Mark {
        .dots(
            Array(values.enumerated()), name: name,
            position: { .month(year: 2024 + ($0.offset + start) / 12, month: ($0.offset + start) % 12 + 1) },
            value: { $0.element * share }, color: .categorical(2))
    }

    private static let orders = Mark.line(
        Mark.Line(
            positions: months,
            series: [Mark.Series(name: "Orders", values: values.indices.map { Double(9 + $0 * 7 % 12) }, color: .categorical(4))]))

    private static func one(_ name: String, _ place: Int, _ share: Double) -> Mark.Series {
        Mark.Series(name: name, values: values.indices.map { values[($0 + place) % 12] * share }, color: .categorical(place))
    }

    private static func series(_ number: Int, count: Int = 12) -> [Mark.Series] {
        (0..<number).map { place in
            var series = one(Words.categories[place], place, 1 / Double(place + 1))
            series.values = Array(series.values.prefix(count))
            return series
        }
    }

    private static func layers(_ name: String, _ marks: [Mark], y2: Axis = Axis("orders")) -> GalleryChart {
        GalleryChart(
            "layers-\(name)",
            Chart(
                "Spending by month", subtitle: "Amount spent, USD · Shopper 1", footnote: "Refunds are netted.", y: .spent, y2: y2,
                marks: marks))
    }

    private static func facets(_ name: String, _ mark: Mark, _ scales: Facets.Scales = .shared, rules: [Mark] = []) -> GalleryChart {
        GalleryChart(
            "facets-\(name)",
            Chart(
                "Spending by category", subtitle: "Amount spent, USD · Shopper 1", footnote: "Refunds are netted.", y: .spent,
                marks: [mark] + rules, facets: Facets(scales: scales)))
    }
}
