import ArgumentParser
import Foundation
import Purchases
import Recommendations
import Storage

struct Evaluate: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures recommendations: hides each shopper's last order and guesses what was in it.",
        usage: "cartograph evaluate purchases.csv --tune",
        discussion: """
            Prints, for each method, the means over all shoppers who ordered on two days or more, with the interval in which 95 % of \
            resampled means lie. Nobody was shown these suggestions, so the figures are a lower bound: what a shopper would have \
            bought had they been reminded is not in the log.
            """
    )
    static let options = DatabaseOptions.names + LogOptions.names + ["seed"]
    static let flags = ["tune"]

    @Argument(help: ArgumentHelp("A purchase log; the database when left out.", valueName: "file"))
    var file: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var log: LogOptions

    @Flag(help: "Choose the constants by the orders before the last: memory from 60, 90, 120, 180 days, weight from 1, 2, 4, 8 orders.")
    var tune = false

    @Option(help: "What decides the resampling.")
    var seed: UInt64 = 1

    func run() async throws {
        let store = try await source()
        let users = try await store.users(matching: nil, after: nil, limit: .max).value
        var methods: [(name: String, method: RankingMethod)] = [
            ("rules", .rules), ("frequency", .frequency), ("learned", .learned(RepeatRates())),
        ]
        if tune {
            let rates = [60.0, 90, 120, 180].flatMap { memory in
                [1.0, 2, 4, 8].map { RepeatRates(memory: memory, pseudoOrders: $0) }
            }
            let scores = try await scores(of: rates.map(RankingMethod.learned), users, in: store, before: 1, label: "Tuning")
            let means = scores.map { BootstrapInterval(of: $0.map(\.ndcg), resamples: 0).mean }
            // The first of equals, so the shorter memory and the lighter weight.
            if let best = means.indices.max(by: { means[$0] < means[$1] }), !scores[best].isEmpty {
                let (memory, weight) = (Int(rates[best].memory), Int(rates[best].pseudoOrders))
                methods.append(("learned, \(memory) days, \(weight) \(weight == 1 ? "order" : "orders")", .learned(rates[best])))
            }
        }
        let scores = try await scores(of: methods.map(\.method), users, in: store, before: 0, label: "Evaluating")
        guard let count = scores.first?.count, count > 0 else {
            throw Failure("No shopper ordered on two days: there is no order to hide and another to learn from.")
        }
        Terminal.output("\(count) of \(users.count) shoppers, the last order of each hidden; means with 95 % intervals")
        Terminal.output(Self.line("", ["Recall@10", "NDCG@10", "Precision@10", "Hit rate@10"]))
        for (method, scores) in zip(methods, scores) {
            let cells = [\RankingScores.recall, \.ndcg, \.precision, \.hit].map { score in
                let interval = BootstrapInterval(of: scores.map { $0[keyPath: score] }, seed: seed)
                return String(format: "%.4f (%.4f–%.4f)", interval.mean, interval.low, interval.high)
            }
            Terminal.output(Self.line(method.name, cells))
        }
    }

    private func source() async throws -> any PurchaseStore {
        guard let file else { return try open(database.database) }
        let store = InMemoryPurchaseStore()
        let options = try log.reading
        do {
            // What was asked for is the table alone.
            _ = try await LogImport(file: file, options: options, store: store, rejections: nil) { Terminal.error($0) }.run()
        } catch let error as PurchaseLogError {
            throw Failure("\(file): \(error)")
        }
        return store
    }

    /// Returns the scores of each method, shopper by shopper. What a method knows of all shoppers is theirs without hidden orders, too.
    private func scores(
        of methods: [RankingMethod], _ users: [UserID], in store: any PurchaseStore, before later: Int, label: String
    ) async throws -> [[RankingScores]] {
        let bar = ProgressBar(label, total: users.count * 2)
        defer { bar.clear() }
        var tally = StatisticsTally()
        for (number, user) in users.enumerated() {
            bar.update(number)
            let purchases = try await store.history(of: user).value
            // The last order stays hidden while constants are chosen, even of a shopper who has too few to choose by.
            let known = (Holdout(of: purchases, before: later) ?? Holdout(of: purchases))?.training ?? purchases
            tally.add(known.lazy.compactMap(StatisticsTally.Line.init))
        }
        let everyone = ShopStatistics(tally)
        var scores = [[RankingScores]](repeating: [], count: methods.count)
        for (number, user) in users.enumerated() {
            bar.update(users.count + number)
            guard let holdout = Holdout(of: try await store.history(of: user).value, before: later),
                let history = ShopperHistory(of: holdout.training, asOf: nil, among: everyone)
            else { continue }
            for (place, method) in methods.enumerated() {
                let ranking = method.ranking(for: history, among: everyone, limit: 10)
                scores[place].append(RankingScores(of: ranking, against: holdout.target, places: 10))
            }
        }
        return scores
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        ([name.padding(toLength: 28, withPad: " ", startingAt: 0)]
            + cells.map { String(repeating: " ", count: max(0, 24 - $0.count)) + $0 }).joined()
    }
}
