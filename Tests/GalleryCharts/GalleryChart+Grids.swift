import Charts

extension GalleryChart {
    public static let heatmaps: [GalleryChart] = [
        heatmap("index", 8, 12, .diverging(around: 1)) { Double(($0 * 7 + $1 * 5) % 18) / 10 + 0.2 },
        heatmap("money", 7, 12, format: .currency(.usDollar)) { Double(($0 * 131 + $1 * 57) % 400) },
        heatmap("missing", 4, 12, .diverging(around: 1)) { ($0 + $1) % 5 == 2 ? nil : Double($1) / 6 },
        heatmap("one-cell", 1, 1) { _, _ in 3 }, heatmap("all-zero", 3, 7) { _, _ in 0 }, heatmap("all-equal", 3, 7) { _, _ in 42 },
        heatmap("negative", 3, 12, .diverging(around: 0), format: .currency(.usDollar)) { Double($0 * 40 + $1 * 9) - 80 },
        heatmap("one-huge", 4, 12, format: .currency(.usDollar)) { $0 == 1 && $1 == 2 ? 9_000_000 : Double($1) },
        heatmap("forty", 40, 12) { Double(($0 * 7 + $1 * 5) % 18) }, heatmap("120-months", 5, 120) { Double(($0 * 7 + $1 * 5) % 18) },
        heatmap("none", 0, 0) { _, _ in 0 }, heatmap("nothing-known", 3, 12) { _, _ in nil },
        heatmap("tiny-cells", 30, 60) { Double(($0 * 7 + $1 * 5) % 18) },
        heatmap("long-names", 4, 7, name: { "\($0 + 1). \(Words.longName)" }) { Double($0 + $1) },
        heatmap("scripts", Words.scripts.count, 7, name: { Words.scripts[$0] }) { Double($0 * $1) },
    ]

    /// Cells that touch each other; only what stands out has its number.
    public static let ratios: [GalleryChart] = [
        heatmap("ratios", 8, 12, .ratios) { Double(($0 * 7 + $1 * 5) % 24) / 10 + 0.2 },
        heatmap("ratios-usual", 4, 12, .ratios) { _, _ in 1 },
        heatmap("ratios-extreme", 4, 12, .ratios) { $0 == 1 && $1 == 2 ? 90 : $1 == 3 ? 0 : 1 },
    ]

    public static let waterfalls: [GalleryChart] = [
        waterfall("causes", 1_204.5, Words.categories.prefix(6).enumerated().map { ($1, [180.25, -95.5, 60, -12.75, 0, 34.1][$0]) }),
        waterfall("no-steps", 500, []), waterfall("refunds", 120, [("Meat", -180), ("Dairy", 40)]),
        waterfall("below-zero", -60, [("Meat", -20), ("Dairy", 130)]), waterfall("from-nothing", 0, [("Meat", 80), ("Dairy", 20)]),
        waterfall("all-zero", 0, [("Meat", 0)]), waterfall("one-huge", 300, [("Meat", 9_000_000), ("Dairy", -2)]),
        waterfall("to-nearly-nothing", 185_197, [("Meat", -2), ("Dairy", -184_962)]),
        waterfall("forty", 2_000, (0..<40).map { ("Category \($0 + 1)", Double($0 % 7) * 20 - 50) }),
        waterfall("long-names", 300, (0..<4).map { ("\($0 + 1). \(Words.longName)", Double($0) * 20 - 30) }),
        waterfall("scripts", 300, Words.scripts.enumerated().map { ($1, Double($0) * 9 - 40) }),
    ]

    /// Sums far larger than the steps between them.
    public static let cutWaterfalls: [GalleryChart] = [
        waterfall("cut", 1_686, zip(Words.categories, [6.1, 41, 49, 404, -189]).map { ($0, $1) }, cutsSums: true),
        waterfall("not-cut", 60, [("Meat", 120), ("Dairy", -30)], cutsSums: true),
    ]

    private static func heatmap(
        _ name: String, _ rows: Int, _ columns: Int, _ scale: Mark.Heatmap.Scale = .sequential, format: NumberFormat = .decimal(1),
        name rowName: (Int) -> String = { $0 < Words.categories.count ? Words.categories[$0] : "Category \($0 + 1)" },
        value: (Int, Int) -> Double?
    ) -> GalleryChart {
        let positions: [Position] =
            columns > 12
            ? (0..<columns).map { .month(year: 2015 + $0 / 12, month: $0 % 12 + 1) }
            : (0..<columns).map { .calendarMonth($0 + 1) }
        return GalleryChart(
            "heatmap-\(name)",
            Chart(
                "When each category is bought", subtitle: "Index, 1 = an average month · Shopper 1", footnote: "Two years and more.",
                y: Axis("index", format: format),
                marks: [
                    .heatmap(
                        Mark.Heatmap(
                            columns: positions, rows: (0..<rows).map(rowName),
                            values: (0..<rows).map { row in (0..<columns).map { value(row, $0) } }, scale: scale
                        )
                    )
                ]
            )
        )
    }

    private static func waterfall(
        _ name: String, _ start: Double, _ steps: [(String, Double)], cutsSums: Bool = false
    ) -> GalleryChart {
        GalleryChart(
            "waterfall-\(name)",
            Chart(
                "Why spending changed", subtitle: "Amount spent, USD · Shopper 1", footnote: "Both months to the 25th.", y: .spent,
                marks: [
                    .waterfall(
                        Mark.Waterfall(
                            start: .init(name: "October", value: start), steps: steps.map { .init(name: $0.0, value: $0.1) },
                            end: .init(name: "November", value: steps.reduce(start) { $0 + $1.1 }), cutsSums: cutsSums
                        )
                    )
                ]
            )
        )
    }
}
