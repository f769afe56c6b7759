import Charts

extension GalleryChart {
    /// Charts whose last month is not over yet.
    public static let unfinished: [GalleryChart] = [
        chart("bars", .bar(Array(values.enumerated()), position: { months[$0.offset] }, value: \.element, unfinished: 11)),
        chart(
            "level", .bar(Array(values.enumerated()), .horizontal, position: { months[$0.offset] }, value: \.element, unfinished: 11)),
        chart("negative-bars", .bar([30.0, 80, -45], position: { months[Int(abs($0)) % 12] }, value: { $0 }, unfinished: 2)),
        chart("stacked", .stack(Mark.Stack(positions: months, series: series(4), unfinished: 11))),
        chart("grouped", .stack(Mark.Stack(positions: months, series: series(2), arrangement: .grouped, unfinished: 11))),
        chart("line", .line(Mark.Line(positions: months, series: series(1), unfinished: 11))),
        chart("lines", .line(Mark.Line(positions: months, series: series(8), unfinished: 11))),
        chart("steps", .line(Mark.Line(positions: months, series: series(1), interpolation: .step, unfinished: 11))),
        chart("area", .area(Mark.Area(positions: months, series: series(1), unfinished: 11))),
        chart("areas", .area(Mark.Area(positions: months, series: series(4), unfinished: 11))),
        chart(
            "only-month", .area(Mark.Area(positions: [months[0]], series: [.init(name: "All", values: [5], color: .accent)], unfinished: 0))
        ),
        chart("first-month", .line(Mark.Line(positions: months, series: series(2), unfinished: 0))),
    ]

    public static let sparklines: [GalleryChart] = [
        chart("sparkline", .sparkline(Array(values.enumerated()), position: { months[$0.offset] }, value: \.element)),
        chart("sparkline-gaps", .sparkline(months.indices, position: { months[$0] }, value: { $0 % 5 == 2 ? nil : values[$0] })),
        chart("sparkline-one", .sparkline([0], position: { months[$0] }, value: { values[$0] })),
        chart("sparkline-level", .sparkline(months.indices, position: { months[$0] }, value: { _ in 42 })),
        chart("sparkline-none", .sparkline(months.indices, position: { months[$0] }, value: { _ in nil })),
        chart(
            "sparkline-120",
            .sparkline(0..<120, position: { .month(year: 2015 + $0 / 12, month: $0 % 12 + 1) }, value: { Double($0 * 61 % 97) })),
    ]

    private static let months: [Position] = (1...12).map { .month(year: 2024, month: $0) }
    private static let values: [Double] = [412, 388, 455, 501, 467, 530, 555, 498, 476, 520, 541, 203]

    private static func series(_ count: Int) -> [Mark.Series] {
        (0..<count).map { place in
            Mark.Series(
                name: Words.categories[place], values: values.map { $0 / Double(place + 1) },
                color: count == 1 ? .accent : .categorical(place)
            )
        }
    }

    private static func chart(_ name: String, _ mark: Mark) -> GalleryChart {
        GalleryChart(
            name.hasPrefix("sparkline") ? name : "unfinished-\(name)",
            Chart("Spending by month", subtitle: "Amount spent, USD · Shopper 1", footnote: "Refunds are netted.", y: .spent, marks: [mark])
        )
    }
}
