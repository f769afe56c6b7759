package import Purchases

/// Counts what becomes of orders in an import.
package struct OrderCensus: Sendable {
    /// What became of an order that was kept before.
    private struct Fate {
        var before: Tally
        var after: Tally
        var isExtension: Bool
        /// The order, of the first ones.
        var name: (user: UserID, order: OrderID)?
    }

    private var fates: [Int: Fate] = [:]
    private var outcome = ImportOutcome()

    /// Orders are followed up to here; what comes of further ones is counted as replaced.
    private static let limit = 1_000_000
    private static let nameLimit = 1_000

    package init() {}

    package mutating func beginNew(startedAnew: Bool = false) {
        outcome.newOrders += 1
        if startedAnew { outcome.restartedOrders += 1 }
    }

    /// Says that an order of an earlier import comes again, with the lines that are kept of it, unless that was said.
    ///
    /// - Parameter stay: whether the lines stay where they are.
    package mutating func begin(_ key: OrderKey, _ lines: [(purchase: Purchase, line: Int)], stay: Bool) {
        guard let first = lines.first?.purchase, fates[key.hashValue] == nil else { return }
        guard fates.count < Self.limit else {
            outcome.replacedOrders += 1
            return
        }
        var before = Tally()
        for (purchase, line) in lines { before += Tally(purchase, line: line) }
        fates[key.hashValue] = Fate(
            before: before, after: stay ? before : Tally(), isExtension: stay,
            name: fates.count < Self.nameLimit ? (first.user, first.order) : nil)
    }

    /// Counts a line that is written.
    package mutating func add(_ purchase: Purchase, line: Int, of key: OrderKey) {
        outcome.lines += 1
        guard !fates.isEmpty else { return }
        fates[key.hashValue]?.after += Tally(purchase, line: line)
    }

    /// Counts a line that is there already.
    package mutating func meet() { outcome.knownLines += 1 }

    package func finish() -> ImportOutcome {
        var outcome = outcome
        var changes: [ImportOutcome.Change] = []
        var (before, after) = (Tally(), Tally())
        for fate in fates.values {
            guard fate.before.revision != fate.after.revision else {
                outcome.unchangedOrders += 1
                continue
            }
            if fate.isExtension { outcome.extendedOrders += 1 } else { outcome.replacedOrders += 1 }
            before += fate.before
            after += fate.after
            guard let (user, order) = fate.name else { continue }
            changes.append(
                .init(
                    user: user, order: order, before: Money(hundredths: fate.before.total), after: Money(hundredths: fate.after.total)))
        }
        (outcome.sumBefore, outcome.sumAfter) = (Money(hundredths: before.total), Money(hundredths: after.total))
        outcome.changes = Array(changes.sorted { ($0.user, $0.order) < ($1.user, $1.order) }.prefix(ImportOutcome.maximumChanges))
        return outcome
    }
}
