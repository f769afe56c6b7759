import ArgumentParser
import Dashboard
import Foundation
import Purchases
import Server
import Storage
import Typography

struct ReportCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the whole report about a shopper to a file: the same bytes as over HTTP, without a server.",
        usage: "cartograph report --user U001 --month 2024-03 --output march.pdf"
    )
    static let options = DatabaseOptions.names + ["user", "output"] + ReportOptions.names

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"))
    var user: String

    @Option(help: ArgumentHelp("The file to write; its extension is the format: pdf, png, html or eml.", valueName: "file"))
    var output: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: ReportOptions

    func run() async throws {
        let file = try OutputFile(output, formats: Representation.ofReports)
        let user = UserID(rawValue: user)
        let request: ReportRequest
        do { request = try ReportRequest(of: user, query: query.query, today: .today()) } catch { throw ValidationError("\(error)") }
        let store = try open(database.database)
        let history: [Purchase]
        do { history = try await store.purchases(of: user, in: .none) } catch { throw Failure("\(error)") }
        try file.write(
            request.bytes(as: file.representation, from: history, typesetter: Typesetter.onThisMachine(), pages: DashboardPages())
        )
    }
}

/// The filters and the choices of a report in the HTTP contract, word for word.
struct ReportOptions: ParsableArguments {
    @Option(help: "1 to 12 for that month of every year, or a month such as 2024-03.") var month: String?
    @Option(help: "A year such as 2024.") var year: String?
    @Option(help: "The first day or month; or who writes the mail, as in 'Shop <shop@example.org>'.") var from: [String] = []
    @Option(help: "The last day or month; or who gets the mail.") var to: [String] = []
    @Option(help: "The day that counts as today; later purchases are left out.") var asOf: String?
    @Option(help: "A category; may be repeated.") var category: [String] = []
    @Option(help: "a4 or letter; by default what the locale's printers hold.") var paper: String?
    @Option(help: "light or dark.") var theme: String?
    @Option(help: "How numbers and months are written, as in en-US.") var locale: String?
    @Option(help: "An ISO 4217 code, as in EUR.") var currency: String?
    @Option(help: "In place of the report's own title.") var title: String?
    @Option(help: "The day of the mail; by default the last that the report is about; for eml.") var date: String?
    @Option(help: "An https address that ends the subscription; for eml.") var unsubscribe: String?

    static let names = [
        "month", "year", "from", "to", "as-of", "category", "paper", "theme", "locale", "currency", "title", "date",
        "unsubscribe",
    ]

    /// The options that were given, as a query. A `--from` or a `--to` with an `@` is somebody, any other a day.
    var query: Query {
        let values = [month, year, nil, nil, asOf, nil, paper, theme, locale, currency, title, date, unsubscribe]
        let people = [("from", "sender", from), ("to", "recipient", to)].flatMap { day, person, texts in
            texts.map { ($0.contains("@") ? person : day, $0) }
        }
        return Query(
            zip(Self.names, values).compactMap { name, value in value.map { (name.replacing("-", with: "_"), $0) } }
                + category.map { ("category", $0) } + people
        )
    }
}
