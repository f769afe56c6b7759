/// What was asked for last, at most two generations of it.
///
/// When the young generation is full it becomes the old one, and what was not
/// asked for since the last such moment is forgotten. A look-up costs one or
/// two hashes and there is no list to keep in order.
struct RecentCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        var value: Value
        var cost: Int
    }

    private let capacity: Int
    private var young: [Key: Entry] = [:]
    private var old: [Key: Entry] = [:]
    private var youngCost = 0

    /// - Parameter capacity: what the entries of one of the two generations may cost together.
    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { young.count + old.count }

    /// Returns what was kept for `key`, and keeps it longer.
    mutating func value(for key: Key) -> Value? {
        if let entry = young[key] { return entry.value }
        guard let entry = old.removeValue(forKey: key) else { return nil }
        insert(entry.value, for: key, cost: entry.cost)
        return entry.value
    }

    /// Keeps `value`, which takes `cost` of the capacity.
    mutating func insert(_ value: Value, for key: Key, cost: Int = 1) {
        let added = cost - (young[key]?.cost ?? 0)
        if youngCost + added > capacity, !young.isEmpty {
            old = young
            young = [:]
            youngCost = cost
        } else {
            youngCost += added
        }
        young[key] = Entry(value: value, cost: cost)
    }
}
