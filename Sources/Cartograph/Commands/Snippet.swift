import ArgumentParser
import Foundation
import Purchases
import Reports
import Server
import Storage

struct Snippet: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a chart as HTML to paste into a mail: a linked picture with its size and its words, and a small table.",
        usage: "cartograph snippet top-items --user U001 --base https://charts.example.org --width 560 --height 300"
    )
    static let options = DatabaseOptions.names + ["user", "base"] + QueryOptions.names

    @Argument(help: "One of \(Insight.allCases.map(\.rawValue).joined(separator: ", ")).")
    var insight: String

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"))
    var user: String

    @Option(help: ArgumentHelp("Where readers of the mail reach the server.", valueName: "url"))
    var base: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: QueryOptions

    func validate() throws {
        guard let url = URL(string: base), url.scheme == "https" || url.scheme == "http", url.host() != nil, !base.hasSuffix("/") else {
            throw ValidationError("'\(base)' is no address of a server: write it as in https://charts.example.org.")
        }
    }

    func run() async throws {
        guard let insight = Insight(rawValue: insight) else {
            throw ValidationError("'\(insight)' is no insight: there are \(Insight.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let user = UserID(rawValue: user)
        let request: InsightRequest
        do { request = try InsightRequest(insight, of: user, query: query.query) } catch { throw ValidationError("\(error)") }
        let store = try open(database.database)
        let history: [Purchase]
        do { history = try await store.purchases(of: user, in: .none) } catch { throw Failure("\(error)") }
        let everyone = request.question.needsStatistics ? try await store.statistics() : .none
        do {
            Terminal.output(try request.mailSnippet(base: base, from: history, among: everyone))
        } catch let item as UnknownItem {
            throw Failure("\(item)")
        }
    }
}
