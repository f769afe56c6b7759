import Foundation

/// What each piece of work may allocate, and what it takes.
enum BudgetBenchmark {
    /// The committed numbers.
    private static let file = URL(filePath: "Tests/Budgets/allocations.txt")
    private static let preface = """
        # How many blocks of memory each piece of work allocates. `make budget` counts them, fails where one takes more or fewer, and
        # `BUDGETS=update make budget` writes what it counts.

        """

    /// Counts all cases and prints them; throws when one is off its budget, or writes the budgets anew.
    ///
    /// - Parameter part: the cases whose names hold it; nil for all.
    static func run(part: String?, updates: Bool) throws {
        let programs = try CountedPrograms()
        let shop = try SampleShop(programs)
        let calibration = try BudgetCase(name: Repetition.calibration, repetitions: 1) {
            try CountedProcess(programs, \.benchmark, ["repeat", Repetition.calibration, String($0)]).finish()
        }.measure()
        print("Counted by Valgrind, each once; a calibration loop has \(Int(calibration.instructions)) instructions")
        var budgets = try self.budgets()
        var table = TextTable(["", "allocations", "budget", "instructions", "loops"])
        var complaints: [String] = []
        let cases = try BudgetCase.all(programs, shop).filter { part.map($0.name.contains) ?? true }
        for work in cases {
            let (exact, instructions) = try work.measure()
            let allocations = Int(exact.rounded())
            let budget = budgets[work.name]
            let slack = work.slack > 0 ? max(1, Int(Double(allocations) * work.slack)) : 0
            if budget.map({ abs(allocations - $0) > slack }) ?? true {
                complaints.append("\(work.name): \(allocations), not \(budget.map(String.init) ?? "yet counted")")
                budgets[work.name] = allocations
            }
            print("  \(work.name): \(String(format: "%.2f", exact)) allocations, \(Int(instructions)) instructions")
            fflush(nil)
            table.append([
                work.name, String(format: "%.2f", exact), budget.map(String.init) ?? "", String(Int(instructions.rounded())),
                (instructions / calibration.instructions).text,
            ])
        }
        table.printOut()
        if updates {
            let lines = try BudgetCase.all(programs, shop).compactMap { work in budgets[work.name].map { "\(work.name): \($0)\n" } }
            try (preface + lines.joined()).write(to: file, atomically: true, encoding: .utf8)
        } else if !complaints.isEmpty {
            throw BudgetError(
                "Allocations are off their budgets:\n  \(complaints.joined(separator: "\n  "))\n"
                    + "Where that is meant, or better than before: BUDGETS=update make budget"
            )
        }
    }

    private static func budgets() throws -> [String: Int] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        let pairs = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: ": ")
            guard parts.count == 2, let number = Int(parts[1]) else { throw BudgetError("\(file.relativePath) has no number in '\(line)'") }
            return (String(parts[0]), number)
        }
        return Dictionary(pairs) { $1 }
    }
}
