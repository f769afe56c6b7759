import Charts

extension GalleryChart {
    public static let arcs: [GalleryChart] = [
        ring("categories", Row.numbered(Words.spent) { Words.categories[$0] }),
        ring("three", Row.numbered([50, 30, 20]) { Words.categories[$0] }),
        ring("one", [Row(name: "Everything", value: 99.5)]),
        ring("none", []),
        ring("all-zero", Row.numbered([0, 0, 0])),
        ring("all-equal", Row.numbered([Double](repeating: 7, count: 7))),
        ring("one-huge", Row.numbered([1_000_000] + [Double](repeating: 1, count: 10))),
        ring("forty", Row.numbered((0..<40).map { 97 - Double($0) }) { "Category \($0 + 1)" }),
        ring("two-small", Row.numbered([90, 5, 5])),
        ring("long-names", Row.numbered([30, 20, 10, 5]) { "\($0 + 1). \(Words.longName)" }),
        ring("scripts", Words.scripts.prefix(6).map { Row(name: $0, value: 10) }),
        ring("thirds", Row.numbered([1, 1, 1])),
        pie("categories", Row.numbered(Words.spent) { Words.categories[$0] }), pie("one", [Row(name: "Everything", value: 99.5)]),
        ring("given-order", Row.numbered([5, 30, 1, 20, 8, 13, 2, 40, 3]) { Words.categories[$0] }, order: .given),
        ring("given-forty", Row.numbered((0..<40).map { Double($0 % 7 + 1) }) { "Category \($0 + 1)" }, order: .given),
        pie("none", []), pie("long-names", Row.numbered([30, 20, 10, 5]) { "\($0 + 1). \(Words.longName)" }),
    ]

    private static func pie(_ name: String, _ rows: [Row]) -> GalleryChart {
        let numbered = Array(rows.enumerated())
        return GalleryChart(
            "pie-\(name)",
            Chart(
                "Spending by category", subtitle: "Amount spent, USD · Shopper 1", y: .spent,
                marks: [.pie(numbered, name: \.element.name, value: \.element.value, color: { .categorical($0.offset) })]
            )
        )
    }

    private static func ring(_ name: String, _ rows: [Row], order: Mark.Arc.Order = .bySize) -> GalleryChart {
        let slices = rows.enumerated().map { Mark.Arc.Row(name: $1.name, value: $1.value, color: .categorical($0)) }
        return GalleryChart(
            "ring-\(name)",
            Chart(
                "Spending by category", subtitle: "Amount spent, USD · Shopper 1", y: .spent,
                marks: [.arc(Mark.Arc(rows: slices, order: order))]
            )
        )
    }
}
