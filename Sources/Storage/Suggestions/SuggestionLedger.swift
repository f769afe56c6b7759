import Purchases

/// What was shown and what came of it, in memory.
struct SuggestionLedger: Sendable {
    private struct Key: Hashable {
        var user: ExactText
        var place: ShownSuggestion.Place
        var kind: String
        var digest: Int64
    }

    private struct Heading: Hashable {
        var place: ShownSuggestion.Place
        var kind: String
    }

    private var open: [Key: (shown: ShownSuggestion, isBought: Bool)] = [:]
    private var closed: [Heading: (shown: Int, bought: Int)] = [:]

    var isEmpty: Bool { open.isEmpty }

    mutating func keep(_ suggestions: [ShownSuggestion]) {
        for shown in suggestions {
            let user = ExactText(shown.user.rawValue)
            let key = Key(user: user, place: shown.place, kind: shown.kind, digest: shown.digest)
            guard open[key] == nil, open.keys.count(where: { $0.user == user }) < ShownSuggestion.shopperLimit else { continue }
            open[key] = (shown, false)
        }
    }

    /// Says what a shopper has bought, all of it.
    mutating func settle(_ user: ExactText, _ lines: [StatisticsTally.Line]) {
        for (key, entry) in open where key.user == user {
            open[key]?.isBought = lines.contains { line in
                entry.shown.day < line.day && line.day <= entry.shown.lastDay && ShownSuggestion.digest(of: line.item) == key.digest
            }
        }
    }

    /// Returns what it was before an import, with what was shown since.
    func reverted(to old: SuggestionLedger) -> SuggestionLedger {
        var ledger = old
        for (key, entry) in open where ledger.open[key] == nil { ledger.open[key] = entry }
        return ledger
    }

    mutating func forget(_ user: ExactText) { open = open.filter { $0.key.user != user } }

    /// Counts those whose days have passed, and forgets whose they were.
    mutating func close(before day: Int) {
        for (key, entry) in open where entry.shown.lastDay < day {
            open[key] = nil
            closed[Heading(place: key.place, kind: key.kind), default: (0, 0)].shown += 1
            if entry.isBought { closed[Heading(place: key.place, kind: key.kind), default: (0, 0)].bought += 1 }
        }
    }

    var counts: [SuggestionCount] {
        var counts = closed.mapValues { (shown: $0.shown, bought: $0.bought, open: 0) }
        for (key, entry) in open {
            let heading = Heading(place: key.place, kind: key.kind)
            counts[heading, default: (0, 0, 0)].shown += 1
            counts[heading, default: (0, 0, 0)].open += 1
            if entry.isBought { counts[heading, default: (0, 0, 0)].bought += 1 }
        }
        return counts.map {
            SuggestionCount(place: $0.key.place, kind: $0.key.kind, shown: $0.value.shown, bought: $0.value.bought, open: $0.value.open)
        }.sorted { ($0.place.rawValue, $0.kind) < ($1.place.rawValue, $1.kind) }
    }
}
