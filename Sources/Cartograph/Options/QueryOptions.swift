import ArgumentParser
import Server

/// The filters and picture options of the HTTP contract, word for word.
struct QueryOptions: ParsableArguments {
    @OptionGroup var selection: SelectionOptions
    @Option(help: "A variant of the chart, such as bar.") var chart: String?
    @Option(help: "How many items.") var limit: String?
    @Option(help: "Rank items by count or spend; explain a change by effect, category or item.") var by: String?
    @Option(help: "The item whose price is asked for.") var item: String?
    @Option(help: "The period a change is against: previous or year.") var compare: String?
    @Option(help: "Amounts of each item or order.") var of: String?
    @Option(help: "How many bins are wished for.") var bins: String?
    @Option(help: "Recommend learned habits, or by the rules: learned or rules.") var method: String?
    @Option(help: "Recommendations of one kind: replenish, habit, diversify, save or seasonal.") var kind: String?
    @Option(help: "The rules' least number of purchases.") var minPurchases: String?
    @Option(help: "The rules' days between purchases.") var targetInterval: String?
    @Option(help: "Alerts for so many days.") var days: String?
    @Option(help: "In pixels at scale 1, 100 to 2000.") var width: String?
    @Option(help: "In pixels at scale 1, 80 to 2000.") var height: String?
    @Option(help: "1 to 4.") var scale: String?
    @Option(help: "transparent or a hex color.") var background: String?
    @Option(help: "lossless for exact colors.") var quality: String?
    @Option(help: "outlines or live, for SVG.") var text: String?
    @Option(help: "regions, for JSON: the box of every mark in the picture.") var include: String?

    private static let ownNames = [
        "chart", "limit", "by", "item", "compare", "of", "bins", "method", "kind", "min-purchases", "target-interval", "days", "width",
        "height", "scale", "background", "quality", "text", "include",
    ]
    static let names = SelectionOptions.names + ownNames

    /// The options that were given, as a query.
    var query: Query {
        let values = [
            chart, limit, by, item, compare, of, bins, method, kind, minPurchases, targetInterval, days, width, height, scale, background,
            quality, text, include,
        ]
        return Query(
            selection.fields
                + zip(Self.ownNames, values).compactMap { name, value in value.map { (name.replacing("-", with: "_"), $0) } }
        )
    }
}
