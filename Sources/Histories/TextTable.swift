/// Texts, each with a number in order of their coming, told apart by their bytes.
struct TextTable {
    private(set) var texts: [String] = []
    private var index = HashIndex()

    /// Returns the number of a text; nil where it is new.
    func number(of text: String) -> Int? { index.place(TextHash.of(text)) { texts[$0].hasSameBytes(as: text) } }

    mutating func insert(_ text: String) {
        texts.append(text)
        index.insert(texts.count - 1, TextHash.of(text)) { TextHash.of(texts[$0]) }
    }

    mutating func removeAll() {
        texts.removeAll(keepingCapacity: true)
        index.removeAll()
    }
}

/// Articles, each with a number in order of their coming.
package struct ArticleTable {
    package private(set) var articles: [History.Article] = []
    private var hashes: [UInt64] = []
    private var index = HashIndex()

    package init() {}

    /// Returns the number of an article, and gives it the next one where it is new.
    package mutating func number(of article: History.Article) -> Int { number(of: article, orNil: false) ?? 0 }

    /// Returns the number of an article; nil where it is new and there are so many already.
    package mutating func number(of article: History.Article, limit: Int) -> Int? {
        number(of: article, orNil: articles.count >= limit)
    }

    private mutating func number(of article: History.Article, orNil isFull: Bool) -> Int? {
        let hash = TextHash.of(article)
        if let place = index.place(hash, isEqual: { hashes[$0] == hash && articles[$0] == article }) { return place }
        guard !isFull else { return nil }
        articles.append(article)
        hashes.append(hash)
        index.insert(articles.count - 1, hash) { hashes[$0] }
        return articles.count - 1
    }
}

/// Where things are in an array, found by their hash: open addressing, at most half full.
private struct HashIndex {
    private var slots: [Int32] = []
    private var count = 0

    func place(_ hash: UInt64, isEqual: (Int) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] >= 0 {
            if isEqual(Int(slots[slot])) { return Int(slots[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Enters what is not there yet.
    ///
    /// - Parameter rehash: returns the hash of what is there already.
    mutating func insert(_ place: Int, _ hash: UInt64, rehash: (Int) -> UInt64) {
        if count * 2 >= slots.count {
            let old = slots
            slots = [Int32](repeating: -1, count: max(64, old.count * 2))
            for place in old where place >= 0 { enter(place, rehash(Int(place))) }
        }
        enter(Int32(place), hash)
        count += 1
    }

    private mutating func enter(_ place: Int32, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = place
    }

    mutating func removeAll() {
        guard count > 0 else { return }
        count = 0
        for slot in slots.indices { slots[slot] = -1 }
    }
}

/// A hash for tables in memory, several times as fast as `Hasher` is on short texts. It is another one in each process, so that nobody can
/// write a log whose texts all have the same.
private enum TextHash {
    private static let seed = UInt64.random(in: .min ... .max)
    /// The fractional part of the golden ratio, as in Fibonacci hashing (Knuth, The Art of Computer Programming 6.4).
    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

    static func of(_ text: String) -> UInt64 {
        var hash = seed
        combine(text, &hash)
        return hash
    }

    static func of(_ article: History.Article) -> UInt64 {
        var hash = seed
        combine(article.item, &hash)
        combine(article.product, &hash)
        combine(article.brand, &hash)
        combine(article.category, &hash)
        return hash
    }

    private static func combine(_ text: String, _ hash: inout UInt64) {
        var text = text
        text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            var place = 0
            while place + 8 <= bytes.count {
                mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), &hash)
                place += 8
            }
            var rest = UInt64(bytes.count) << 56
            while place < bytes.count {
                rest = rest << 8 | UInt64(bytes[place])
                place += 1
            }
            mix(rest, &hash)
        }
    }

    private static func mix(_ word: UInt64, _ hash: inout UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: factor)
        hash = product.high ^ product.low &+ seed
    }
}
