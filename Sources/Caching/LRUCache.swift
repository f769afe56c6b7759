/// Values by key, bounded by the sum of their costs: the least recently used goes first.
///
///     var pages = LRUCache<String, [UInt8]>(capacity: 1 << 20)
///     pages.insert(bytes, for: address, cost: bytes.count)
///
/// Every operation takes constant time, plus one step for each value that goes: the entries form a list in the order of their use,
/// linked by their places in an array, so that a use costs one look-up of its key.
///
/// It is public and inlinable, since only then do other modules compile it for their own types: as generic code it takes several
/// times as long.
public struct LRUCache<Key: Hashable, Value> {
    @usableFromInline struct Entry {
        @usableFromInline var key: Key
        @usableFromInline var value: Value
        @usableFromInline var cost: Int

        @usableFromInline init(key: Key, value: Value, cost: Int) {
            (self.key, self.value, self.cost) = (key, value, cost)
        }
    }

    /// The places of an entry's neighbours in the order of use.
    @usableFromInline struct Link {
        @usableFromInline var older: Int
        @usableFromInline var newer: Int

        @usableFromInline init(older: Int, newer: Int) { (self.older, self.newer) = (older, newer) }
    }

    public let capacity: Int
    /// What the entries cost together: never more than the capacity.
    @inlinable public var cost: Int { totalCost }
    @usableFromInline var totalCost = 0
    @usableFromInline var places: [Key: Int] = [:]
    /// Nil at place 0, and where an entry was until another takes its place.
    @usableFromInline var entries: [Entry?] = [nil]
    /// A ring, closed by place 0, which has no entry: the newer neighbour of that is the oldest entry, the older one the newest.
    @usableFromInline var links = [Link(older: 0, newer: 0)]
    @usableFromInline var freePlaces: [Int] = []

    /// - Parameter capacity: what the entries may cost together.
    @inlinable public init(capacity: Int) { self.capacity = capacity }

    @inlinable public var count: Int { places.count }

    /// Returns the value for `key`, and counts that as a use.
    @inlinable public mutating func value(for key: Key) -> Value? {
        guard let place = places[key] else { return nil }
        if place != links[0].older {
            unlink(place)
            link(place)
        }
        return entries[place]?.value
    }

    /// Keeps `value` for `key` in place of what was there, or nothing for it when it costs more than the capacity.
    @inlinable public mutating func insert(_ value: Value, for key: Key, cost: Int = 1) {
        removeValue(for: key)
        guard cost <= capacity else { return }
        while totalCost + cost > capacity, links[0].newer != 0 { remove(at: links[0].newer) }
        let entry = Entry(key: key, value: value, cost: cost)
        let place: Int
        if let free = freePlaces.popLast() {
            place = free
            entries[place] = entry
        } else {
            place = entries.count
            entries.append(entry)
            links.append(Link(older: 0, newer: 0))
        }
        places[key] = place
        totalCost += cost
        link(place)
    }

    @inlinable public mutating func removeValue(for key: Key) {
        if let place = places[key] { remove(at: place) }
    }

    @inlinable mutating func remove(at place: Int) {
        guard let entry = entries[place] else { return }
        unlink(place)
        places[entry.key] = nil
        totalCost -= entry.cost
        entries[place] = nil
        freePlaces.append(place)
    }

    /// Makes the entry the newest.
    @inlinable mutating func link(_ place: Int) {
        let newest = links[0].older
        links[place] = Link(older: newest, newer: 0)
        links[newest].newer = place
        links[0].older = place
    }

    /// Takes the entry out of the order of use.
    @inlinable mutating func unlink(_ place: Int) {
        let link = links[place]
        links[link.older].newer = link.newer
        links[link.newer].older = link.older
    }
}

extension LRUCache: Sendable where Key: Sendable, Value: Sendable {}
extension LRUCache.Entry: Sendable where Key: Sendable, Value: Sendable {}
extension LRUCache.Link: Sendable {}
