import Charts

extension GalleryChart {
    public static let vertical: [GalleryChart] = [
        months("months", 12) { 480 + Double(($0 * 137) % 290) },
        months("months-3", 3) { 500 + Double($0) * 40 },
        months("months-24", 24) { 480 + Double(($0 * 137) % 290) },
        months("months-120", 120) { 480 + Double(($0 * 137) % 290) },
        months("months-one", 1) { _ in 512.4 },
        months("months-none", 0) { _ in 0 },
        months("months-all-zero", 12) { _ in 0 },
        months("months-all-equal", 12) { _ in 400 },
        months("months-with-gaps", 12) { $0 % 4 == 1 ? 0 : 300 + Double($0) },
        months("months-negative", 12) { Double($0 - 4) * 60 },
        months("months-all-negative", 6) { -100 - Double($0) * 10 },
        months("months-none-above-zero", 6) { $0 % 2 == 0 ? 0 : -100 - Double($0) * 10 },
        months("months-one-huge", 12) { $0 == 7 ? 1_250_000 : 300 + Double($0) },
        months("months-tiny", 12) { 0.01 + Double($0) * 0.013 },
        months("months-with-rule", 12, rules: [.rule(y: 610, label: "Mean $610")]) { 480 + Double(($0 * 137) % 290) },
        months("months-with-near-rules", 12, rules: [.rule(y: 610, label: "Mean"), .rule(y: 612, label: "Median")]) {
            480 + Double(($0 * 137) % 290)
        },
        highlighted("months-highlighted", 24) { 480 + Double(($0 * 137) % 290) },
        highlighted("months-highlighted-120", 120) { 480 + Double(($0 * 137) % 290) },
        names("names", Row.numbered(Words.spent, name: { Words.categories[$0] })),
        names("names-40", Row.numbered((0..<40).map { Double(($0 * 61) % 97) }) { "Category \($0 + 1)" }),
        names("names-long", Row.numbered([30, 20, 10, 5]) { "\($0 + 1). \(Words.longName)" }),
        names("names-one-long-word", Row.numbered([30, 20, 10, 5]) { _ in String(repeating: "Donaudampfschiff", count: 6) }),
    ]

    private static func months(_ name: String, _ count: Int, rules: [Mark] = [], value: (Int) -> Double) -> GalleryChart {
        let rows = (0..<count).map { ($0, value($0)) }
        return GalleryChart(
            name,
            Chart(
                "Spending by month", subtitle: "Amount spent, USD · Shopper 1", footnote: "Refunds are netted.", y: .spent,
                marks: [.bar(rows, position: { .month(year: 2020 + $0.0 / 12, month: $0.0 % 12 + 1) }, value: \.1)] + rules
            )
        )
    }

    /// The highest, the lowest and the last with their numbers, the mean across all, sums beside years.
    private static func highlighted(_ name: String, _ count: Int, value: (Int) -> Double) -> GalleryChart {
        let values = (0..<count).map(value)
        var bar = Mark.Bar(
            rows: values.enumerated().map { index, value in
                Mark.Bar.Row(
                    position: .month(year: 2020 + index / 12, month: index % 12 + 1), value: value,
                    color: index < count - 12 ? .pale : .accent)
            })
        let sorted = values.indices.sorted { values[$0] < values[$1] }
        bar.highlights = [count - 1] + [sorted.last, sorted.first].compactMap { $0 }
        var chart = Chart(
            "Most was spent in May", subtitle: "Spending by month · Shopper 1", y: .spent,
            marks: [.bar(bar), .rule(y: values.reduce(0, +) / Double(count), label: "Mean $612")])
        chart.topic = "Spending by month"
        chart.yearNotes = [2020: "$7,344", 2021: "$7,510"]
        return GalleryChart(name, chart)
    }

    private static func names(_ name: String, _ rows: [Row]) -> GalleryChart {
        GalleryChart(
            "upright-\(name)",
            Chart(
                "Spending by category", subtitle: "Amount spent, USD", y: .spent,
                marks: [.bar(rows, position: { .name($0.name) }, value: \.value)])
        )
    }
}
