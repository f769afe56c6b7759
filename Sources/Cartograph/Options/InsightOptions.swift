import ArgumentParser
import Purchases
import Reports
import Server
import Storage

/// One insight into one shopper: what to ask, and where the answer is.
struct InsightOptions: ParsableArguments {
    @Argument(help: "One of \(Insight.allCases.map(\.name).joined(separator: ", ")).", completion: .insights)
    var insight: String

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"), completion: .shoppers)
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
            let names = Insight.allCases.map(\.name)
            throw ValidationError(
                "'\(insight)' is no insight: "
                    + (insight.nearest(among: names).map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", ")).")
            )
        }
        let user = UserID(rawValue: user)
        var request: InsightRequest
        do { request = try InsightRequest(insight, of: user, query: query.query, today: today) } catch { throw ValidationError("\(error)") }
        let store = try open(database.database)
        try await store.check(user, categories: query.selection.category)
        do {
            let history = try await store.history(of: user)
            request.presentation.settle(onCurrency: try await store.currency())
            guard request.question.needsStatistics else {
                return Source(request: request, history: history.value, everyone: .none, revision: history.revision)
            }
            let everyone = try await store.statistics()
            return Source(
                request: request, history: history.value, everyone: everyone.value,
                revision: history.revision.combined(with: everyone.revision)
            )
        } catch {
            throw Failure(error)
        }
    }
}

extension PurchaseStore {
    /// Makes sure of what somebody typed.
    ///
    /// - Throws: `Failure` where there is no such shopper or category, with the name that was likely meant.
    func check(_ user: UserID, categories: [String]) async throws {
        guard try await isKnown(user) else {
            // Among those that begin alike: a slip in the first letters is not found.
            let start = String(user.rawValue.prefix(2))
            let others = try? await users(matching: start.isEmpty ? nil : start, after: nil, limit: 500).value.map(\.rawValue)
            guard let nearest = user.rawValue.nearest(among: others ?? []) else { throw Failure("\(StorageError.unknownUser(user))") }
            throw Failure("There is no shopper '\(user.rawValue)'. Did you mean '\(nearest)'?")
        }
        guard !categories.isEmpty else { return }
        let known = Set(try await categoryMonths().value.map(\.category))
        for category in categories where !known.contains(category) {
            let nearest = category.nearest(among: known.sorted())
            throw Failure("There is no category '\(category)'" + (nearest.map { ". Did you mean '\($0)'?" } ?? " in the database."))
        }
    }

    private func isKnown(_ user: UserID) async throws -> Bool {
        do {
            _ = try await summary(of: user)
            return true
        } catch {
            if case .unknownUser = error { return false }
            throw Failure(error)
        }
    }
}
