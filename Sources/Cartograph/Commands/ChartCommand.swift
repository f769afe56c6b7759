import ArgumentParser
import Purchases
import Reports
import Server
import Storage
import Typography

struct ChartCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Writes one insight to a file: the same bytes as over HTTP, without a server.",
        usage: "cartograph chart spending-summary --user U001 --output categories.png --scale 2"
    )
    static let options = DatabaseOptions.names + ["user", "output"] + QueryOptions.names

    @Argument(help: "One of \(Insight.allCases.map(\.rawValue).joined(separator: ", ")).")
    var insight: String

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"))
    var user: String

    @Option(help: ArgumentHelp("The file to write; its extension is the format: png, svg, pdf, csv, json or txt.", valueName: "file"))
    var output: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: QueryOptions

    func run() async throws {
        guard let insight = Insight(rawValue: insight) else {
            throw ValidationError("'\(insight)' is no insight: there are \(Insight.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let file = try OutputFile(output, formats: Representation.ofInsights)
        let user = UserID(rawValue: user)
        let request: InsightRequest
        do { request = try InsightRequest(insight, of: user, query: query.query, today: .today()) } catch {
            throw ValidationError("\(error)")
        }
        let store = try open(database.database)
        let history: [Purchase]
        do { history = try await store.purchases(of: user, in: .none) } catch { throw Failure("\(error)") }
        let everyone = request.question.needsStatistics ? try await store.statistics() : .none
        // As over HTTP: an answer that depends on all shoppers has a revision of both.
        let revision = request.question.needsStatistics ? Revision(of: history).combined(with: try await store.revision()) : nil
        do {
            try file.write(
                request.bytes(
                    as: file.representation, from: history, among: everyone, revision: revision, typesetter: Typesetter.onThisMachine()))
        } catch let item as UnknownItem {
            throw Failure("\(item)")
        }
    }
}

/// The filters and picture options of the HTTP contract, word for word.
struct QueryOptions: ParsableArguments {
    @Option(help: "1 to 12 for that month of every year, or a month such as 2024-03.") var month: String?
    @Option(help: "The first day or month.") var from: String?
    @Option(help: "The last day or month.") var to: String?
    @Option(help: "The day that counts as today; later purchases are left out.") var asOf: String?
    @Option(help: "A category; may be repeated.") var category: [String] = []
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
    @Option(help: "light or dark.") var theme: String?
    @Option(help: "How numbers and months are written, as in en-US.") var locale: String?
    @Option(help: "An ISO 4217 code, as in EUR.") var currency: String?
    @Option(help: "In place of the chart's own title.") var title: String?
    @Option(help: "transparent or a hex color.") var background: String?
    @Option(help: "lossless for exact colors.") var quality: String?
    @Option(help: "outlines or live, for SVG.") var text: String?
    @Option(help: "regions, for JSON: the box of every mark in the picture.") var include: String?
    @Option(help: "How much is told: full or rounded.") var disclosure: String?

    static let names = [
        "month", "from", "to", "as-of", "category", "chart", "limit", "by", "item", "compare", "of", "bins", "method", "kind",
        "min-purchases", "target-interval", "days", "width", "height", "scale", "theme", "locale", "currency", "title", "background",
        "quality", "text", "include", "disclosure",
    ]

    /// The options that were given, as a query.
    var query: Query {
        let values = [
            month, from, to, asOf, nil, chart, limit, by, item, compare, of, bins, method, kind, minPurchases, targetInterval, days, width,
            height, scale, theme, locale, currency, title, background, quality, text, include, disclosure,
        ]
        return Query(
            zip(Self.names, values).compactMap { name, value in value.map { (name.replacing("-", with: "_"), $0) } }
                + category.map { ("category", $0) }
        )
    }
}
