/// A piece of work that has a budget.
struct BudgetCase {
    let name: String
    /// How many times are counted: as many more in one process than in another.
    let repetitions: Int
    /// How far a count may be off, as a part of it: threads take turns, and what is remembered for a while is asked for again, so that
    /// such work is not the same to the last block.
    var slack = 0.0
    /// Counts a process that does the work so many times.
    let counts: (_ repetitions: Int) throws -> Counts

    /// Returns what the work takes once: the start of the process, and what it makes at its first request, cancel.
    func measure() throws -> (allocations: Double, instructions: Double) {
        let once = try counts(repetitions)
        return try counts(2 * repetitions).each(of: repetitions, besides: once)
    }

    /// All cases, in the order of the table.
    static func all(_ programs: CountedPrograms, _ shop: SampleShop) throws -> [BudgetCase] {
        let picture = "/api/users/\(SampleShop.shopper)/monthly-trends.png"
        let link = try shop.signed(picture)
        return Repetition.names.map { name in
            BudgetCase(name: name, repetitions: 10) { try CountedProcess(programs, \.benchmark, ["repeat", name, String($0)]).finish() }
        } + [
            // No two have the same width, so none is kept.
            BudgetCase(name: "fresh chart over HTTP", repetitions: 40, slack: 0.01) { count in
                try shop.countedRequests((0..<count).map { "\(picture)?width=\(800 - $0)&height=400" })
            },
            BudgetCase(name: "kept answer", repetitions: 200, slack: 0.01) {
                try shop.countedRequests(Array(repeating: picture, count: $0))
            },
            // The state of links is remembered for a tenth of a second, which fewer requests share on a slower machine.
            BudgetCase(name: "signed kept answer", repetitions: 200, slack: 0.25) {
                try shop.countedRequests(Array(repeating: link, count: $0))
            },
            BudgetCase(name: "row of an import", repetitions: 2_000, slack: 0.01) { try shop.countedImport(rows: $0) },
            BudgetCase(name: "night's log", repetitions: 1, slack: 0.01) { try shop.countedNights($0) },
        ]
    }
}
