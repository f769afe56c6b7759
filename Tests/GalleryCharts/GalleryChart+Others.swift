import Charts
import Drawing

extension GalleryChart {
    public static let histograms: [GalleryChart] = [
        histogram(
            "amounts", counts: [116, 218, 85, 104, 39, 37, 44, 20, 10, 21, 3, 10, 9, 0, 5, 8, 1, 2, 3, 4], width: 2.5, tail: 12,
            median: 5.98),
        histogram("no-tail", counts: [1, 0, 2, 2, 3, 2], width: 25, from: 475, median: 562.5),
        histogram("one-bin", counts: [4], width: 5, median: 2.5),
        histogram("forty", counts: (0..<40).map { ($0 * 31) % 17 }, width: 1, median: 19.99),
        histogram("negative", counts: [2, 0, 40, 12], width: 10, from: -20, median: 4),
        histogram("none", counts: [], width: 1),
        histogram("large", counts: [5, 9, 2], width: 250_000, median: 401_000),
        histogram("median-in-tail", counts: [1, 1], width: 10, tail: 9, median: 300),
    ]

    public static let others: [GalleryChart] = [
        GalleryChart("cards", cards(6)),
        GalleryChart("cards-one", cards(1)), GalleryChart("cards-with-changes", cards(6, areChanging: true)),
        GalleryChart("cards-one-with-trend", cards(1, areChanging: true)), GalleryChart("cards-two", cards(2, areChanging: true)),
        GalleryChart(
            "cards-long",
            Chart(
                "Key figures",
                marks: [
                    .card(.init(label: Words.longName, figure: "$1,234,567,890.12", note: Words.longName)),
                    .card(.init(label: "Top category", figure: Words.longName, note: "")),
                ]
            )
        ),
        GalleryChart(
            "title-long",
            Chart(
                Words.longName, subtitle: Words.longName, footnote: Words.longName, y: .spent,
                marks: [.bar(Row.numbered([3, 2, 1]), position: { .name($0.name) }, value: \.value)])
        ),
        GalleryChart("bars-outlined", outlined(ends: nil)), GalleryChart("bars-between-given-ends", outlined(ends: 0...50)),
        GalleryChart(
            "nothing", Chart("An empty chart", subtitle: "Nothing at all", marks: [], emptyMessage: "No purchases in this selection")),
    ]

    /// Bars in colors that were chosen, with edges, on an axis with ends that were chosen.
    private static func outlined(ends: ClosedRange<Double>?) -> Chart {
        let colors: [(name: String, fill: Color, edge: Color)] = [
            ("Sold", Color(0x9FC5F0), Color(0x3B7FE0)), ("Returned", Color(0xF5C08A), Color(0xC8700E)),
        ]
        let series = colors.enumerated().map { index, color in
            Mark.Series(
                name: color.name, values: [12, 41, 0, -6, 28].map { $0 - Double(index) * 3 },
                color: .outlined(color.fill, edge: Stroke(color.edge, width: 2)))
        }
        let positions = ["North", "South", "East", "West", "Elsewhere"].map { Position.name($0) }
        return Chart(
            "Units by region", subtitle: "In colors that were chosen",
            y: Axis("units", minimum: ends.map { $0.lowerBound - 10 }, maximum: ends?.upperBound),
            marks: [.stack(Mark.Stack(positions: positions, series: series, arrangement: .grouped))])
    }

    private static func histogram(
        _ name: String, counts: [Int], width: Double, from: Double = 0, tail: Int? = nil, median: Double? = nil
    ) -> GalleryChart {
        var bins = counts.enumerated().map { index, count in
            Mark.Histogram.Bin(from: from + Double(index) * width, to: from + Double(index + 1) * width, count: count)
        }
        if let tail { bins.append(.init(from: from + Double(counts.count) * width, to: nil, count: tail)) }
        return GalleryChart(
            "histogram-\(name)",
            Chart(
                "What a purchase costs", subtitle: "Order lines by amount", x: Axis("amount", format: .currency(.usDollar)),
                y: Axis("order lines"),
                marks: [.histogram(bins)]
                    + (median.map { median in
                        [.rule(x: median, label: "Median \(NumberFormat.currency(.usDollar).text(median, in: .americanEnglish))")]
                    } ?? [])
            )
        )
    }

    private static func cards(_ count: Int, areChanging: Bool = false) -> Chart {
        var cards: [Mark.Card] = [
            .init(label: "Total spending", figure: "$8,016.63", note: "1 order a month"),
            .init(label: "Orders", figure: "12", note: "one every 30.5 days", value: 12),
            .init(label: "Average order", figure: "$668.05", note: "63.3 lines an order"),
            .init(label: "Top category", figure: "Produce", note: "25% of spending"),
            .init(label: "Units", figure: "1,051", note: "on 759 order lines"),
            .init(label: "Different items", figure: "417", note: "in 11 categories"),
        ]
        let directions: [Mark.Card.Change.Direction] = [.up, .down, .level]
        for index in cards.indices where areChanging {
            cards[index].change = .init(
                text: ["+12% on October", "−3 on October", "as in October"][index % 3], direction: directions[index % 3])
            cards[index].trend = index == 3 ? [] : (0..<12).map { $0 == 4 && index == 1 ? nil : Double(($0 * 37 + index * 11) % 23) }
        }
        return Chart("Key figures", subtitle: "Shopper 1", marks: cards.prefix(count).map(Mark.card))
    }
}
