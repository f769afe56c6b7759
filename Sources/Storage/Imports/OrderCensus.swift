import Purchases

/// Counts what becomes of orders in an import.
package struct OrderCensus: Sendable {
    private var outcome = ImportOutcome()
    /// The first changes, and some more.
    private var changes: [ImportOutcome.Change] = []
    private var sumBefore: Int64 = 0
    private var sumAfter: Int64 = 0

    package init() {}

    /// Counts an order of which nothing was kept.
    package mutating func countNew(lines: Int, startedAnew: Bool = false) {
        outcome.newOrders += 1
        if startedAnew { outcome.restartedOrders += 1 }
        outcome.lines += lines
    }

    /// Counts an order that was kept before.
    ///
    /// - Parameters:
    ///   - change: the order, and what it came to before and comes to now.
    ///   - isChanged: whether it has other lines than before.
    ///   - stays: whether the lines that were kept stay.
    ///   - lines: how many lines are written.
    ///   - knownLines: how many of those that came are there already.
    package mutating func countKept(_ change: ImportOutcome.Change, isChanged: Bool, stays: Bool, lines: Int, knownLines: Int) {
        outcome.lines += lines
        outcome.knownLines += knownLines
        guard isChanged else {
            outcome.unchangedOrders += 1
            return
        }
        if stays { outcome.extendedOrders += 1 } else { outcome.replacedOrders += 1 }
        // They wrap around, as `Tally` does.
        sumBefore &+= change.before.thousandths
        sumAfter &+= change.after.thousandths
        changes.append(change)
        if changes.count >= 50 * ImportOutcome.maximumChanges { changes = firstChanges }
    }

    private var firstChanges: [ImportOutcome.Change] {
        func key(_ change: ImportOutcome.Change) -> (ExactText, ExactText) {
            (ExactText(change.user.rawValue), ExactText(change.order.rawValue))
        }
        return Array(changes.sorted { key($0) < key($1) }.prefix(ImportOutcome.maximumChanges))
    }

    package func finish() -> ImportOutcome {
        var outcome = outcome
        (outcome.sumBefore, outcome.sumAfter) = (Money(thousandths: sumBefore), Money(thousandths: sumAfter))
        outcome.changes = firstChanges
        return outcome
    }
}
