import GRDB
import Purchases
import Storage

extension BucketList {
    /// Reads one version of a shopper's list; nil when it is not kept.
    init?(of user: UserID, version: Int, from db: Database) throws {
        let select = try PreparedStatement("SELECT next_id, time FROM bucket_list WHERE customer_id = ? AND version = ?", in: db)
        guard let kept = try select.first(user.rawValue, Int64(version), read: { (nextID: Int($0.integer(0)), time: $0.integer(1)) })
        else { return nil }
        let selectItems = try PreparedStatement(
            """
            SELECT id, item, category, price, reason, checked, due FROM bucket_list_item
            WHERE customer_id = ? AND version = ? ORDER BY position
            """, in: db
        )
        var items: [BucketListItem] = []
        try selectItems.forEachRow(user.rawValue, Int64(version)) { items.append(BucketListItem($0)) }
        self.init(version: version, items: items, nextID: kept.nextID, time: kept.time)
    }

    /// Writes the list as a new version, and forgets the versions that are too old.
    func write(as version: BucketListVersion, of user: UserID, to db: Database) throws {
        try PreparedStatement("INSERT INTO bucket_list VALUES (?, ?, ?, ?, ?, ?, ?)", in: db).run(
            user.rawValue, Int64(version.number), version.kind.rawValue, version.time, Int64(items.count), version.base.map(Int64.init),
            Int64(nextID)
        )
        let insert = try PreparedStatement("INSERT INTO bucket_list_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: db)
        for (position, item) in items.enumerated() {
            let content = item.content
            try insert.run(
                user.rawValue, Int64(version.number), Int64(position), Int64(item.id), content.name, content.category,
                content.price?.hundredths, content.reason, Int64(content.isChecked ? 1 : 0), content.dueDate.map { Int64($0.dayNumber) }
            )
        }
        let versions = try BucketListVersion.all(of: user, from: db)
        let kept = BucketListVersion.keptCount(of: versions)
        guard kept < versions.count else { return }
        for table in ["bucket_list", "bucket_list_item"] {
            try PreparedStatement("DELETE FROM \(table) WHERE customer_id = ? AND version <= ?", in: db)
                .run(user.rawValue, Int64(versions[kept].number))
        }
    }
}

extension BucketListVersion {
    /// Reads what is kept of a shopper's versions, the newest first.
    static func all(of user: UserID, from db: Database) throws -> [BucketListVersion] {
        let select = try PreparedStatement(
            "SELECT version, kind, time, items, base FROM bucket_list WHERE customer_id = ? ORDER BY version DESC", in: db
        )
        var versions: [BucketListVersion] = []
        try select.forEachRow(user.rawValue) { row in
            // A kind that only a newer version of this program knows replaced something in any case.
            let kind = BucketListChange.Kind(rawValue: row.text(1)) ?? .replace
            versions.append(
                BucketListVersion(
                    number: Int(row.integer(0)), kind: kind, time: row.integer(2), itemCount: Int(row.integer(3)),
                    base: row.isNull(4) ? nil : Int(row.integer(4))
                )
            )
        }
        return versions
    }
}

extension BucketListItem {
    fileprivate init(_ row: SQLiteRow) {
        self.init(
            id: Int(row.integer(0)),
            content: Content(
                name: row.text(1), category: row.text(2), price: row.isNull(3) ? nil : Money(hundredths: row.integer(3)),
                reason: row.text(4),
                isChecked: row.integer(5) != 0, dueDate: row.isNull(6) ? nil : CalendarDate(dayNumber: Int(row.integer(6)))
            )
        )
    }
}
