import Charts

extension GalleryChart {
    public static let horizontal: [GalleryChart] = [
        horizontal(
            "items", Row.numbered([12, 12, 12, 9, 6, 5, 5, 5, 5, 5]) { "Sliced Sandwich Bread, Whole Grain \($0 + 1)" }, .purchases),
        horizontal("categories", Row.numbered(Words.spent) { Words.categories[$0] }, .spent),
        horizontal("one", [Row(name: "Bananas", value: 7)], .purchases),
        horizontal("none", [], .purchases),
        horizontal("all-zero", Row.numbered([0, 0, 0]), .spent),
        horizontal("all-equal", Row.numbered([5, 5, 5, 5]), .spent),
        horizontal("negative", Row.numbered([120.5, 60, -15, -80.25]), .spent),
        horizontal("all-negative", Row.numbered([-15, -80.25]), .spent),
        horizontal("one-huge", Row.numbered([9_999_999.99, 3, 2, 1]), .spent),
        horizontal("long-names", Row.numbered([30, 20, 10, 5]) { "\($0 + 1). \(Words.longName)" }, .spent),
        horizontal("scripts", Words.scripts.enumerated().map { Row(name: $0.element, value: 90 - Double($0.offset) * 7) }, .spent),
        shares("shares", Row.numbered(Words.spent) { Words.categories[$0] }),
        shares("shares-forty", Row.numbered((0..<40).map { 970 - Double($0) * 20 }) { "Category \($0 + 1)" }),
        differences("differences", Row.numbered([123, 79.04, 57.88, -39.58, -52.9, 67.52]) { "House \(Words.categories[$0]) 8lb Bag" }),
        horizontal("forty", Row.numbered((0..<40).map { 97 - Double($0) }) { "Category \($0 + 1)" }, .spent),
    ]

    private static func horizontal(_ name: String, _ rows: [Row], _ axis: Axis) -> GalleryChart {
        GalleryChart(
            "level-\(name)",
            Chart(
                "Items bought most often", subtitle: "Shopper 1 · Jan 2024 – Dec 2024", footnote: "The first 10 of 417 items.", y: axis,
                marks: [.bar(rows, .horizontal, position: { .name($0.name) }, value: \.value)]
            )
        )
    }

    private static func shares(_ name: String, _ rows: [Row]) -> GalleryChart {
        var bar = Mark.Bar(
            rows: rows.enumerated().map {
                Mark.Bar.Row(position: .name($1.name), value: $1.value, color: $0 < 4 ? .categorical($0) : .neutral)
            }, orientation: .horizontal)
        bar.showsShares = true
        return GalleryChart(
            "level-\(name)", Chart("Four categories take 80% of what you spend", subtitle: "Shopper 1", y: .spent, marks: [.bar(bar)]))
    }

    private static func differences(_ name: String, _ rows: [Row]) -> GalleryChart {
        let bar = Mark.Bar(
            rows: rows.map { Mark.Bar.Row(position: .name($0.name), value: $0.value, color: $0.value < 0 ? .less : .more) },
            orientation: .horizontal, areDifferences: true)
        return GalleryChart("level-\(name)", Chart("You spent $311 more", subtitle: "Shopper 1", y: .spent, marks: [.bar(bar)]))
    }
}
