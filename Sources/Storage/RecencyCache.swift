/// Values by key, bounded by the sum of their costs: what was not used for the longest time goes first.
///
/// Every operation takes constant time (one for each value that goes): the entries are a list in the order of use, linked by keys.
package struct RecencyCache<Key: Hashable, Value> {
    private struct Entry {
        var value: Value
        var cost: Int
        var older: Key?
        var newer: Key?
    }

    let capacity: Int
    package private(set) var cost = 0
    private var entries: [Key: Entry] = [:]
    private var oldest: Key?
    private var newest: Key?

    package init(capacity: Int) { self.capacity = capacity }

    /// Returns the value that is kept for `key`, and counts that as a use.
    package mutating func value(for key: Key) -> Value? {
        guard let entry = remove(key) else { return nil }
        append(entry, for: key)
        return entry.value
    }

    /// Keeps `value` for `key` in place of what was there, or nothing for it when it costs more than the capacity.
    package mutating func keep(_ value: Value, for key: Key, cost: Int) {
        _ = remove(key)
        guard cost <= capacity else { return }
        while self.cost + cost > capacity, let oldest { _ = remove(oldest) }
        append(Entry(value: value, cost: cost), for: key)
    }

    private mutating func append(_ entry: Entry, for key: Key) {
        var entry = entry
        (entry.older, entry.newer) = (newest, nil)
        if let newest { entries[newest]?.newer = key } else { oldest = key }
        newest = key
        cost += entry.cost
        entries[key] = entry
    }

    private mutating func remove(_ key: Key) -> Entry? {
        guard let entry = entries.removeValue(forKey: key) else { return nil }
        if let older = entry.older { entries[older]?.newer = entry.newer } else { oldest = entry.newer }
        if let newer = entry.newer { entries[newer]?.older = entry.older } else { newest = entry.older }
        cost -= entry.cost
        return entry
    }
}
