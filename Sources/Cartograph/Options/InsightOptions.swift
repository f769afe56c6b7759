import ArgumentParser
import Purchases
import Reports
import Server
import Storage

/// One insight into one shopper: what to ask, and where the answer is.
struct InsightOptions: ParsableArguments {
    @Argument(help: "One of \(Insight.allCases.map(\.name).joined(separator: ", ")).")
    var insight: String

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"))
    var user: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: QueryOptions

    static let names = DatabaseOptions.names + ["user"] + QueryOptions.names

    /// A question that was read, and all that its answer is made from.
    struct Source {
        var request: InsightRequest
        let history: [Purchase]
        let everyone: ShopStatistics
        /// As over HTTP: an answer that depends on all shoppers has a revision of both.
        let revision: Revision
    }

    /// Reads the question, on a day, and fetches what its answer is made from.
    func source(today: CalendarDate) async throws -> Source {
        guard let insight = Insight(named: insight) else {
            throw ValidationError("'\(insight)' is no insight: there are \(Insight.allCases.map(\.name).joined(separator: ", ")).")
        }
        let user = UserID(rawValue: user)
        let request: InsightRequest
        do { request = try InsightRequest(insight, of: user, query: query.query, today: today) } catch { throw ValidationError("\(error)") }
        let store = try open(database.database)
        do {
            let history = try await store.history(of: user)
            guard request.question.needsStatistics else {
                return Source(request: request, history: history.value, everyone: .none, revision: history.revision)
            }
            let everyone = try await store.statistics()
            return Source(
                request: request, history: history.value, everyone: everyone.value,
                revision: history.revision.combined(with: everyone.revision)
            )
        } catch {
            throw Failure("\(error)")
        }
    }
}
