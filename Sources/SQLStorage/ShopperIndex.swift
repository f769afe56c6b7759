package import Purchases
package import Storage

/// By which shoppers are found by any part of their id.
///
/// The bytes of an id, as `UserSearch` folds it, are looked at three by three, and each three has a list of the ids that have it, cut
/// into parts of a few hundred, by order of the ids. So an id costs about four bytes for each of its own, and a search reads a few parts,
/// however many shoppers there are. Ids that are new wait in one list until they are many, as it costs about the same to bring one and a
/// thousand into the index; a search looks at those as well.
package struct ShopperIndex<Session: SQLConnection> {
    private let session: Session

    package init(in session: Session) { self.session = session }

    /// Where the ids are that wait.
    private static var waiting: Int64 { -1 }
    private static var waitingLimit: Int { 1_000 }
    /// Of how many ids a part is made, and of how many it may be.
    private static var partSize: Int { 256 }
    private static var partLimit: Int { 384 }

    /// Adds shoppers who are not in it.
    package func add(_ users: some Sequence<String>) throws {
        var list = try part(of: Self.waiting, startingWith: "") ?? IDList()
        list.merge(users.sorted { $0.precedesByBytes($1) })
        if list.ids.count > Self.waitingLimit {
            try enter(list.ids)
            list = IDList()
        }
        try session.run(
            "INSERT INTO customer_gram (gram, first, ids) VALUES ($1, '', $2) ON CONFLICT (gram, first) DO UPDATE SET ids = excluded.ids",
            Self.waiting, list.bytes
        )
    }

    /// Adds all shoppers, as a database needs that was made before there was an index.
    package func addAll() throws {
        var last: UserID?
        while case let page = try UserID.page(after: last, count: 50_000, in: session), !page.isEmpty {
            try add(page.map(\.rawValue))
            last = page.last
        }
    }

    /// Takes a shopper out.
    package func remove(_ user: String) throws {
        for gram in Set(Gram.all(in: user)).union([Self.waiting]) {
            let part = try session.first(
                "SELECT first, ids FROM customer_gram WHERE gram = $1 AND first <= $2 ORDER BY first DESC LIMIT 1", gram, user
            ) { (first: $0.text(0), list: try IDList(readFrom: $0, 1)) }
            guard let part else { continue }
            let rest = part.list.ids.filter { ExactText($0) != ExactText(user) }
            guard rest.count < part.list.ids.count else { continue }
            // A part may not begin with who is gone.
            try session.run("DELETE FROM customer_gram WHERE gram = $1 AND first = $2", gram, part.first)
            guard let next = rest.first else { continue }
            try session.run(
                "INSERT INTO customer_gram (gram, first, ids) VALUES ($1, $2, $3)", gram, part.first.isEmpty ? "" : next, IDList(rest).bytes
            )
        }
    }

    /// - Parameter ids: in order of their bytes.
    private func enter(_ ids: [String]) throws {
        var holders: [Int64: [String]] = [:]
        for id in ids { for gram in Set(Gram.all(in: id)) { holders[gram, default: []].append(id) } }
        var parts: [Int64: [String]] = [:]
        for (gram, first) in try session.rows(
            "SELECT gram, first FROM customer_gram WHERE gram >= 0 ORDER BY gram, first", read: { ($0.integer(0), $0.text(1)) })
        { parts[gram, default: []].append(first) }
        var new: [[SQLValue]] = []
        for (gram, ids) in holders.sorted(by: { $0.key < $1.key }) {
            var rest = ids[...]
            let firsts = parts[gram] ?? []
            for place in 0..<max(firsts.count, 1) where !rest.isEmpty {
                let end = place + 1 < firsts.count ? firsts[place + 1] : nil
                let own = end.map { end in rest.prefix { $0.precedesByBytes(end) } } ?? rest
                rest = rest.dropFirst(own.count)
                guard !own.isEmpty else { continue }
                new += try add(Array(own), to: gram, startingWith: place < firsts.count ? firsts[place] : nil)
            }
        }
        try session.insert(into: "customer_gram", "gram, first, ids", new)
    }

    /// Adds ids to a part, or to a new one where there is none, and returns the parts that have to be added because it is full.
    private func add(_ ids: [String], to gram: Int64, startingWith first: String?) throws -> [[SQLValue]] {
        var list = try first.flatMap { try part(of: gram, startingWith: $0) } ?? IDList()
        list.merge(ids)
        let size = list.ids.count > Self.partLimit ? Self.partSize : Self.partLimit
        var parts = stride(from: 0, to: list.ids.count, by: size).map { IDList(list.ids[$0..<min($0 + size, list.ids.count)]) }
        if let first {
            let changed = parts.removeFirst()
            try session.run("UPDATE customer_gram SET ids = $1 WHERE gram = $2 AND first = $3", changed.bytes, gram, first)
            return parts.map { [.integer(gram), .text($0.ids[0]), .bytes($0.bytes)] }
        }
        // Whatever comes before the first id of all belongs to the first part.
        return parts.enumerated().map { [.integer(gram), .text($0.offset == 0 ? "" : $0.element.ids[0]), .bytes($0.element.bytes)] }
    }

    private func part(of gram: Int64, startingWith first: String) throws -> IDList? {
        try session.first("SELECT ids FROM customer_gram WHERE gram = $1 AND first = $2", gram, first) { try IDList(readFrom: $0, 0) }
    }
}

extension ShopperIndex {
    /// Returns the shoppers that are found, by id, at most `limit` of them.
    package func users(_ search: UserSearch, after cursor: UserID?, limit: Int) throws -> [UserID] {
        func isWanted(_ id: String) -> Bool {
            cursor.map { $0.rawValue.precedesByBytes(id) } ?? true && search.matches(UserID(rawValue: id))
        }
        var found = IDList(try indexed(search, after: cursor, limit: limit, isWanted))
        found.merge(try part(of: Self.waiting, startingWith: "")?.ids.filter(isWanted) ?? [])
        return found.ids.prefix(limit).map(UserID.init)
    }

    private func indexed(_ search: UserSearch, after cursor: UserID?, limit: Int, _ isWanted: (String) -> Bool) throws -> [String] {
        let grams = Gram.all(in: search.text)
        guard let range = Gram.range(ofShort: search.text) else {
            // The one with the fewest parts leads to the fewest ids.
            let counts = try Set(grams.dropLast(2)).sorted().prefix(Self.comparedGrams).map { (gram: $0, count: try partCount(of: $0)) }
            guard let rarest = counts.min(by: { $0.count < $1.count }), rarest.count > 0 else { return [] }
            return try ids(with: rarest.gram, after: cursor, limit: limit, isWanted)
        }
        let starting = try session.rows(
            "SELECT DISTINCT gram FROM customer_gram WHERE gram >= $1 AND gram <= $2", range.lowerBound, range.upperBound
        ) { $0.integer(0) }
        let found = try Set(starting.flatMap { try ids(with: $0, after: cursor, limit: limit, isWanted).map(ExactText.init) })
        return found.sorted().map(\.value)
    }

    /// How many threes of a text are asked for how often they are; a long one is rare by any of them.
    private static var comparedGrams: Int { 32 }

    private func partCount(of gram: Int64) throws -> Int64 {
        try session.first("SELECT count(*) FROM (SELECT 1 FROM customer_gram WHERE gram = $1 LIMIT 1000) AS part", gram) { $0.integer(0) }
            ?? 0
    }

    /// Returns the ids of a list that are wanted, in their order.
    private func ids(with gram: Int64, after cursor: UserID?, limit: Int, _ isWanted: (String) -> Bool) throws -> [String] {
        var found: [String] = []
        var first =
            try session.first(
                "SELECT first FROM customer_gram WHERE gram = $1 AND first <= $2 ORDER BY first DESC LIMIT 1", gram, cursor?.rawValue ?? ""
            ) { $0.text(0) } ?? ""
        // In PostgreSQL a result comes as a whole: not many at once.
        var count = 2
        while found.count < limit {
            let parts = try session.rows(
                "SELECT first, ids FROM customer_gram WHERE gram = $1 AND first >= $2 ORDER BY first LIMIT $3", gram, first, count
            ) { (first: $0.text(0), list: try IDList(readFrom: $0, 1)) }
            for part in parts.dropLast(parts.count == count ? 1 : 0) { found += part.list.ids.filter(isWanted) }
            guard parts.count == count, let last = parts.last else { break }
            first = last.first
            count = 32
        }
        return Array(found.prefix(limit))
    }
}

extension IDList {
    fileprivate init(readFrom row: some SQLRow, _ column: Int32) throws {
        guard let list = IDList(decoding: row.bytes(column)) else {
            throw StorageError.unusable(.damaged, detail: "a list of customer_gram cannot be read")
        }
        self = list
    }
}

/// Three bytes of a text as one number, the first one the highest; at the end of the text the missing ones are 0.
private enum Gram {
    /// Returns those that begin at each byte of a text as it is folded.
    static func all(in text: String) -> [Int64] {
        let bytes = Array(UserSearch.folded(text).utf8).map(Int64.init) + [0, 0]
        return bytes.indices.dropLast(2).map { bytes[$0] << 16 | bytes[$0 + 1] << 8 | bytes[$0 + 2] }
    }

    /// Returns those that begin with a text of one or two bytes; nil for a longer one.
    static func range(ofShort text: String) -> ClosedRange<Int64>? {
        guard (1...2).contains(text.utf8.count), let first = all(in: text).first else { return nil }
        return first...first + (text.utf8.count == 1 ? 0xffff : 0xff)
    }
}
