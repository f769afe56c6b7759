/// Values by key, bounded by the sum of their costs: what was not used for the longest time goes first.
///
/// Every operation takes constant time (one for each value that goes): the entries are a list in the order of use, linked by the
/// places they have in an array, so that a use costs one look-up of its key.
package struct RecencyCache<Key: Hashable, Value> {
    private struct Entry {
        var key: Key
        var value: Value
        var cost: Int
        var older: Int?
        var newer: Int?
    }

    let capacity: Int
    package private(set) var cost = 0
    private var places: [Key: Int] = [:]
    /// Nil where an entry was, until another takes its place.
    private var entries: [Entry?] = []
    private var freePlaces: [Int] = []
    private var oldest: Int?
    private var newest: Int?

    package init(capacity: Int) { self.capacity = capacity }

    /// Returns the value that is kept for `key`, and counts that as a use.
    package mutating func value(for key: Key) -> Value? {
        guard let place = places[key] else { return nil }
        if place != newest {
            unlink(place)
            link(place)
        }
        return entries[place]?.value
    }

    /// Keeps `value` for `key` in place of what was there, or nothing for it when it costs more than the capacity.
    package mutating func keep(_ value: Value, for key: Key, cost: Int) {
        if let place = places[key] { remove(place) }
        guard cost <= capacity else { return }
        while self.cost + cost > capacity, let oldest { remove(oldest) }
        let place = freePlaces.popLast() ?? entries.endIndex
        let entry = Entry(key: key, value: value, cost: cost)
        if place < entries.endIndex { entries[place] = entry } else { entries.append(entry) }
        places[key] = place
        self.cost += cost
        link(place)
    }

    private mutating func remove(_ place: Int) {
        unlink(place)
        guard let entry = entries[place] else { return }
        places[entry.key] = nil
        cost -= entry.cost
        entries[place] = nil
        freePlaces.append(place)
    }

    /// Makes the entry the newest.
    private mutating func link(_ place: Int) {
        entries[place]?.older = newest
        entries[place]?.newer = nil
        if let newest { entries[newest]?.newer = place } else { oldest = place }
        newest = place
    }

    /// Takes the entry out of the order of use.
    private mutating func unlink(_ place: Int) {
        guard let (older, newer) = entries[place].map({ ($0.older, $0.newer) }) else { return }
        if let older { entries[older]?.newer = newer } else { oldest = newer }
        if let newer { entries[newer]?.older = older } else { newest = older }
    }
}
