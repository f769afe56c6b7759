import ArgumentParser
import Server

/// What the commands about one shopper have in common: which purchases, and how figures are written.
struct SelectionOptions: ParsableArguments {
    @Option(help: "1 to 12 for that month of every year, or a month such as 2024-03.") var month: String?
    @Option(help: "The first day or month; of a report also who writes the mail, as in 'Shop <shop@example.org>'.") var from: [String] = []
    @Option(help: "The last day or month; of a report also who gets the mail.") var to: [String] = []
    @Option(help: "The day that counts as today; later purchases are left out.") var asOf: String?
    @Option(help: "A category; may be repeated.", completion: .categories) var category: [String] = []
    @Option(help: "light or dark.", completion: .list(["light", "dark"])) var theme: String?
    @Option(help: "How numbers and months are written, as in en-US.") var locale: String?
    @Option(help: "An ISO 4217 code, as in EUR.") var currency: String?
    @Option(help: "In place of the chart's or the report's own title.") var title: String?
    @Option(help: "What a title says: the message of the numbers, or the topic.") var headline: String?
    @Option(help: "How much is told: full, rounded, share or trend.") var disclosure: String?

    static let names = ["month", "from", "to", "as-of", "category", "theme", "locale", "currency", "title", "headline", "disclosure"]

    /// The options that were given, as fields of a query.
    var fields: [(name: String, value: String)] {
        let single = [
            ("month", month), ("as_of", asOf), ("theme", theme), ("locale", locale), ("currency", currency), ("title", title),
            ("headline", headline), ("disclosure", disclosure),
        ]
        return single.compactMap { name, value in value.map { (name, $0) } }
            + [("from", from), ("to", to), ("category", category)].flatMap { name, values in values.map { (name, $0) } }
    }
}
