public import Purchases
public import Storage

extension SQLStore {
    public func bucketList(of user: UserID) async throws(StorageError) -> BucketList {
        try await readMoment { session in
            guard let version = try BucketListVersion.all(of: user, from: session).first else { return BucketList() }
            return try BucketList(of: user, version: version.number, from: session) ?? BucketList()
        }
    }

    public func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) async throws -> BucketList {
        try await write(of: user) { session in
            let versions = try BucketListVersion.all(of: user, from: session)
            let (list, next) = try change.applied(to: versions, ifVersion: version, at: time) { number in
                try BucketList(of: user, version: number, from: session)
            }
            if let next { try list.write(as: next, of: user, to: session) }
            return list
        }
    }

    public func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion] {
        try await read { try BucketListVersion.all(of: user, from: $0) }
    }
}

extension BucketList {
    private static let itemColumns = "id, item, category, price, reason, checked, due"

    /// Reads one version of a shopper's list; nil when it is not kept.
    fileprivate init?(of user: UserID, version: Int, from session: some SQLConnection) throws {
        let kept = try session.first(
            "SELECT next_id, time FROM bucket_list WHERE customer_id = $1 AND version = $2", user.rawValue, version
        ) { (nextID: Int($0.integer(0)), time: $0.integer(1)) }
        guard let kept else { return nil }
        let items = try session.rows(
            "SELECT \(Self.itemColumns) FROM bucket_list_item WHERE customer_id = $1 AND version = $2 ORDER BY position", user.rawValue,
            version, read: BucketListItem.init
        )
        self.init(version: version, items: items, nextID: kept.nextID, time: kept.time)
    }

    /// Writes the list as a new version, and forgets the versions that are too old.
    fileprivate func write(as version: BucketListVersion, of user: UserID, to session: some SQLConnection) throws {
        try session.run(
            "INSERT INTO bucket_list (customer_id, version, kind, time, items, base, next_id) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            user.rawValue, version.number, version.kind.rawValue, version.time, items.count, version.base, nextID
        )
        try session.insert(
            into: "bucket_list_item", "customer_id, version, position, \(Self.itemColumns)",
            items.enumerated().map { position, item in
                [.text(user.rawValue), .integer(Int64(version.number)), .integer(Int64(position))] + item.columnValues
            }
        )
        let versions = try BucketListVersion.all(of: user, from: session)
        let kept = BucketListVersion.keptCount(of: versions)
        guard kept < versions.count else { return }
        let last = versions[kept].number
        try session.run("DELETE FROM bucket_list WHERE customer_id = $1 AND version <= $2", user.rawValue, last)
        try session.run("DELETE FROM bucket_list_item WHERE customer_id = $1 AND version <= $2", user.rawValue, last)
    }
}

extension BucketListVersion {
    /// Reads what is kept of a shopper's versions, the newest first.
    fileprivate static func all(of user: UserID, from session: some SQLConnection) throws -> [BucketListVersion] {
        try session.rows(
            "SELECT version, kind, time, items, base FROM bucket_list WHERE customer_id = $1 ORDER BY version DESC", user.rawValue
        ) { row in
            BucketListVersion(
                // A kind that only a newer version of this program knows replaced something in any case.
                number: Int(row.integer(0)), kind: BucketListChange.Kind(rawValue: row.text(1)) ?? .replace, time: row.integer(2),
                itemCount: Int(row.integer(3)), base: row.isNull(4) ? nil : Int(row.integer(4))
            )
        }
    }
}

extension BucketListItem {
    fileprivate init(_ row: some SQLRow) {
        self.init(
            id: Int(row.integer(0)),
            content: Content(
                name: row.text(1), category: row.text(2), price: row.isNull(3) ? nil : Money(hundredths: row.integer(3)),
                reason: row.text(4), isChecked: row.integer(5) != 0,
                dueDate: row.isNull(6) ? nil : CalendarDate(dayNumber: Int(row.integer(6)))
            )
        )
    }

    fileprivate var columnValues: [SQLValue] {
        [
            .integer(Int64(id)), .text(content.name), .text(content.category),
            (content.price.map { $0.thousandths / 10 })?.sqlValue ?? .null,
            .text(content.reason), .integer(content.isChecked ? 1 : 0), content.dueDate?.dayNumber.sqlValue ?? .null,
        ]
    }
}
