import Charts

extension GalleryChart {
    /// The day on which the gallery's calendars stand: 2024-11-25.
    private static let today = 20_052

    public static let timelines: [GalleryChart] = [
        timeline("due", count: 8), timeline("one", count: 1), timeline("none", count: 0), timeline("forty", count: 40),
        timeline("all-overdue", count: 5, day: { today - 40 + $0 * 7 }), timeline("all-today", count: 4, day: { _ in today }),
        timeline("years", count: 6, day: { today + ($0 - 2) * 400 }),
        timeline("one-far", count: 5, day: { today + ($0 == 4 ? 9_000 : $0) }),
        timeline("long-names", count: 4, name: { "\($0 + 1). \(Words.longName)" }, note: { _ in Words.longName }),
        timeline("scripts", count: Words.scripts.count, name: { Words.scripts[$0] }),
    ]

    public static let dated: [GalleryChart] = [
        prices("days", days: [0, 12, 19, 47, 55, 90, 141, 160, 233, 301, 364]), prices("years", days: (0..<60).map { $0 * 61 }),
        prices("one-day", days: [0]), prices("week", days: [0, 1, 3, 4, 7]),
        prices("gap", days: Array(0..<12).map { $0 * 30 }, missing: [4, 5]),
        GalleryChart(
            "dots-prices",
            Chart(
                "Unit price", subtitle: "USD", y: .spent,
                marks: [
                    .dots(
                        Array(0..<40), name: "Whole milk", position: { .day(today - 400 + $0 * 9 + $0 % 5) },
                        value: { 2.48 + Double($0 * 37 % 11) / 10 })
                ])),
        GalleryChart(
            "dots-logarithm",
            Chart(
                "Amounts", subtitle: "USD, each step ten times the one before",
                y: Axis("spent", format: .currency(.usDollar), scale: .logarithmic),
                marks: [
                    .dots(
                        Mark.Dots(
                            positions: (1...12).map { .month(year: 2024, month: $0) },
                            series: [
                                Mark.Series(
                                    name: "Largest", values: (0..<12).map { 40 * Double($0 * $0 * $0 + 1) }, color: .categorical(0)),
                                Mark.Series(
                                    name: "Smallest", values: (0..<12).map { $0 == 3 ? nil : 0.5 + Double($0 % 4) }, color: .categorical(1)),
                            ]))
                ])),
        GalleryChart(
            "dots-one", Chart("Unit price", y: .spent, marks: [.dots([3.5], name: "Milk", position: { _ in .day(today) }, value: { $0 })])),
        GalleryChart(
            "dots-none",
            Chart("Unit price", y: .spent, marks: [.dots([Double](), name: "Milk", position: { _ in .day(today) }, value: { $0 })])),
    ]

    private static func timeline(
        _ name: String, count: Int, day: (Int) -> Int = { today - 9 + $0 * 4 },
        name rowName: (Int) -> String = { "Sliced bread \($0 + 1)" },
        note: (Int) -> String = { "every \($0 * 3 + 7) days" }
    ) -> GalleryChart {
        let rows = (0..<count).map { place in
            Mark.Timeline.Row(
                name: rowName(place), note: note(place), day: day(place), color: .categorical(place % 8), isOverdue: day(place) < today)
        }
        return GalleryChart(
            "timeline-\(name)",
            Chart(
                "Due next", subtitle: "Shopper 1 · on Nov 25, 2024", footnote: "From the usual time between two purchases.",
                marks: [.timeline(Mark.Timeline(rows: rows, today: today))]
            )
        )
    }

    private static func prices(_ name: String, days: [Int], missing: Set<Int> = []) -> GalleryChart {
        let values = days.indices.map { missing.contains($0) ? nil : 2.48 + Double($0 / 3) * 0.25 - ($0 % 5 == 4 ? 0.5 : 0) }
        return GalleryChart(
            "prices-\(name)",
            Chart(
                "Unit price of whole milk", subtitle: "USD · Shopper 1", y: .spent,
                marks: [
                    .line(
                        Mark.Line(
                            positions: days.map { .day(today - 364 + $0) },
                            series: [Mark.Series(name: "Whole milk", values: values, color: .accent)], interpolation: .step,
                            includesZero: false
                        )
                    )
                ]
            )
        )
    }
}
