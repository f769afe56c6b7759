import ArgumentParser
import LogReading
import Purchases
import Recommendations
import Storage

struct Evaluate: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures recommendations: hides each shopper's last order and guesses what was in it.",
        usage: "cartograph evaluate purchases.csv --tune",
        discussion: """
            Prints, for each method, the means over all shoppers who ordered on two days or more, and the differences between methods, \
            paired by shopper, each with the interval in which 95 % of resampled means lie. Then it looks ahead from a day some weeks \
            before the log's end: what became of what had a probability of so much, of alerts and of due dates. Nobody was shown these \
            suggestions, so the figures are a lower bound: what a shopper would have bought had they been reminded is not in the log. \
            What was shown by a server, and bought, is told by --shown.
            """
    )
    static let options = DatabaseOptions.names + LogOptions.names + ["seed"]
    static let flags = ["tune", "save", "reset", "shown"] + LogOptions.flags

    @Argument(help: ArgumentHelp("A purchase log; the database when left out.", valueName: "file"))
    var file: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var log: LogOptions

    @Flag(help: "Choose the ranking's constants by the orders before the last, and say what they would gain.")
    var tune = false

    @Flag(help: "With --tune: keep the chosen constants in the database, and rank by them from now on.")
    var save = false

    @Flag(help: "Forget the constants that the database keeps, and rank by the standard ones again.")
    var reset = false

    @Flag(help: "Print what was shown to shoppers and bought within its days, and evaluate nothing.")
    var shown = false

    @Option(help: "What decides the resampling.")
    var seed: UInt64 = 1

    func validate() throws {
        if save, !tune { throw ValidationError("--save keeps the constants that --tune chooses: give both.") }
        if save, reset { throw ValidationError("--save keeps constants and --reset forgets them: give one of the two.") }
        if shown, tune || reset || file != nil {
            throw ValidationError("--shown reads what the database has counted: give it alone, with --database where needed.")
        }
        if reset, file != nil { throw ValidationError("--reset is about the database: leave the file out.") }
    }

    func run() async throws {
        if shown { return try await printShown() }
        if reset {
            try await open(database.database).keepRanking(nil)
            Terminal.output("The standard constants are in force again: \(RankingConstants.standard.words).")
            return
        }
        let store = try await source()
        let users = try await store.users(matching: nil, after: nil, limit: .max).value
        let current = try await store.statistics().value.ranking
        var evaluation = Evaluation(store: store, users: users, seed: seed)
        try await evaluation.count(forTuning: tune)
        let tuned = tune ? try await evaluation.tunedConstants() : nil
        var methods: [Evaluation.Method] = [
            .init(name: "rules", ranking: .rules), .init(name: "frequency", ranking: .frequency),
            .init(name: "learned", ranking: .learned(current)),
        ]
        if let tuned { methods.append(.init(name: "tuned", ranking: .learned(tuned))) }
        let result = try await evaluation.run(methods)
        for line in result.lines(current: current, tuned: tuned, seed: seed) { Terminal.output(line) }
        guard save, let tuned else { return }
        try await open(database.database).keepRanking(tuned)
        Terminal.output("\nKept in \(try database.database): lists are ranked by them from now on. --reset takes them back.")
    }

    private func source() async throws -> any PurchaseStore {
        guard let file else { return try open(database.database) }
        let store = InMemoryPurchaseStore()
        let options = try log.reading
        do {
            // What was asked for is the table alone.
            _ = try await LogImport(files: [file], options: options, store: store, say: { Terminal.error($0) }).run()
        } catch let error as PurchaseLogError {
            throw Failure("\(file): \(error)")
        }
        return store
    }
}
