public import Charts

/// A chart of the gallery: what `make gallery` shows and the layout tests go through.
public struct GalleryChart: Sendable, CustomStringConvertible {
    /// In lower case with hyphens: a file's name.
    public let name: String
    public let chart: Chart

    public var description: String { name }

    init(_ name: String, _ chart: Chart) {
        self.name = name
        self.chart = chart
    }

    /// Every mark, and the cases that layouts get wrong.
    public static let all = bars + arcs + stacks + lines + areas + grids + layers + facets + points + others + round + styles

    /// Bars whose length stands for a value of their own.
    public static let bars = vertical + horizontal + histograms

    /// Around a middle, and values of a whole.
    public static let round = radars + polarAreas + gauges + progress

    private static let grids = heatmaps + ratios + waterfalls + cutWaterfalls + timelines + dated + unfinished + sparklines
}

/// A name and a value.
struct Row {
    var name: String
    var value: Double

    static func numbered(_ values: [Double], name: (Int) -> String = { "Item \($0 + 1)" }) -> [Row] {
        values.enumerated().map { Row(name: name($0.offset), value: $0.element) }
    }
}

enum Words {
    static let categories = [
        "Produce", "Meat", "Dairy", "Beverages", "Pantry", "Snacks", "Frozen", "Household", "Personal Care", "Bakery", "Canned Goods",
    ]
    static let spent: [Double] = [2017.36, 1921.52, 1521.09, 851.72, 509.06, 493.18, 320.14, 222.08, 134.92, 19.24, 6.32]
    /// Milk and bread in many scripts, with numbers and marks among them.
    static let scripts = [
        "Молоко 2,5 %", "Γάλα φρέσκο", "Crème brûlée", "حليب طازج 2 لتر", "חלב טרי 3%", "ताज़ा दूध", "นมสดพาสเจอร์ไรส์", "新鲜牛奶", "食パン 6枚切り",
        "우유 1리터",
        "🥛 Milk 👩‍👩‍👧",
    ]
    static let longName =
        "An item whose name the shop wrote down with brand, flavor, size, count, packaging, promotion and the aisle it stands in today"
}

extension Axis {
    static let spent = Axis("spent", format: .currency(.usDollar))
    static let purchases = Axis("purchases", format: .count)
}
