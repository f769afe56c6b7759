import Charts

extension GalleryChart {
    public static let stacks: [GalleryChart] = [
        stack("stacked", 12, 8), stack("stacked-one-series", 12, 1), stack("stacked-120", 120, 5), stack("stacked-forty-series", 12, 40),
        stack("stacked-negative", 12, 4, value: oneNegative), stack("stacked-all-zero", 12, 3, value: zero),
        stack("stacked-long-names", 6, 4, name: longName), stack("stacked-eight-long-names", 6, 8, name: longName),
        stack("stacked-huge", 12, 3, value: oneHuge), stack("grouped", 6, 3, .grouped),
        stack("grouped-24", 24, 4, .grouped), stack("grouped-negative", 6, 3, .grouped, value: aroundZero),
    ]

    public static let lines: [GalleryChart] = [
        line("ten", 12, 10), line("one", 12, 1), line("one-point", 1, 3), line("120-months", 120, 6), line("two", 24, 2),
        line("close-ends", 12, 6, value: close), line("with-gaps", 12, 2, value: gaps), line("negative", 12, 2, value: rising),
        line("all-equal", 12, 1, value: equal), line("all-zero", 12, 1, value: zero),
        line("steps", 24, 1, .step, includesZero: false, value: price), line("one-price", 24, 1, .step, includesZero: false, value: equal),
        line("nothing-known", 12, 1, value: unknown), line("long-names", 12, 3, name: longName),
    ]

    public static let areas: [GalleryChart] = [
        area("one", 12, 1), area("stacked", 24, 6), area("one-month", 1, 3), area("120-months", 120, 5),
        area("all-zero", 12, 2, value: zero),
    ]

    private static func zero(_ series: Int, _ month: Int) -> Double? { 0 }
    private static func equal(_ series: Int, _ month: Int) -> Double? { 42 }
    private static func unknown(_ series: Int, _ month: Int) -> Double? { nil }
    private static func oneNegative(_ series: Int, _ month: Int) -> Double? { series == 2 ? -60 : Double((series * 31 + month * 17) % 90) }
    private static func oneHuge(_ series: Int, _ month: Int) -> Double? { series == 0 && month == 5 ? 9_000_000 : 300 }
    private static func aroundZero(_ series: Int, _ month: Int) -> Double? { Double((series * 31 + month * 17) % 90) - 40 }
    private static func close(_ series: Int, _ month: Int) -> Double? { 300 + Double(series) }
    private static func gaps(_ series: Int, _ month: Int) -> Double? {
        month % 5 == 3 + series ? nil : 200 + Double(series * 90 + month * 7)
    }
    private static func rising(_ series: Int, _ month: Int) -> Double? { Double(month * (series == 0 ? 20 : -15)) }
    private static func price(_ series: Int, _ month: Int) -> Double? { 2.48 + Double(month / 6) * 0.25 }
    private static func amount(_ series: Int, _ month: Int) -> Double? { 40 + Double((series * 137 + month * 61) % 190) }
    private static func longName(_ place: Int) -> String { "\(place + 1). \(Words.longName)" }

    private static func months(_ count: Int) -> [Position] {
        (0..<count).map { .month(year: 2020 + $0 / 12, month: $0 % 12 + 1) }
    }

    private static func series(
        _ months: Int, _ count: Int, _ name: (Int) -> String, _ value: (Int, Int) -> Double?
    ) -> [Mark.Series] {
        (0..<count).map { place in
            Mark.Series(
                name: name(place), values: (0..<months).map { value(place, $0) },
                color: count > 8 && place >= 6 ? .neutral : .categorical(place)
            )
        }
    }

    private static func category(_ place: Int) -> String {
        place < Words.categories.count ? Words.categories[place] : "Category \(place + 1)"
    }

    private static func chart(_ name: String, _ mark: Mark) -> GalleryChart {
        GalleryChart(
            name,
            Chart(
                "Spending by month and category", subtitle: "Amount spent, USD · Shopper 1", footnote: "Refunds are netted.", y: .spent,
                marks: [mark])
        )
    }

    private static func stack(
        _ name: String, _ months: Int, _ count: Int, _ arrangement: Mark.Stack.Arrangement = .stacked,
        name seriesName: (Int) -> String = category, value: (Int, Int) -> Double? = amount
    ) -> GalleryChart {
        chart(
            "bars-\(name)",
            .stack(.init(positions: Self.months(months), series: series(months, count, seriesName, value), arrangement: arrangement))
        )
    }

    private static func line(
        _ name: String, _ months: Int, _ count: Int, _ interpolation: Mark.Line.Interpolation = .linear, includesZero: Bool = true,
        name seriesName: (Int) -> String = category, value: (Int, Int) -> Double? = amount
    ) -> GalleryChart {
        chart(
            "lines-\(name)",
            .line(
                .init(
                    positions: Self.months(months), series: series(months, count, seriesName, value), interpolation: interpolation,
                    includesZero: includesZero
                )
            )
        )
    }

    private static func area(
        _ name: String, _ months: Int, _ count: Int, value: (Int, Int) -> Double? = amount
    ) -> GalleryChart {
        chart("areas-\(name)", .area(.init(positions: Self.months(months), series: series(months, count, category, value))))
    }
}
