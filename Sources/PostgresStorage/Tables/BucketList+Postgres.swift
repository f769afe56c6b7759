import Purchases
import Storage

extension BucketList {
    /// Reads one version of a shopper's list; nil when it is not kept.
    init?(of user: UserID, version: Int, from connection: Connection) throws {
        let kept = try connection.first(
            "SELECT next_id, time FROM bucket_list WHERE customer_id = $1 AND version = $2", user.rawValue, Int64(version)
        ) { (nextID: Int($0.integer(0)), time: $0.integer(1)) }
        guard let kept else { return nil }
        let items = try connection.rows(
            """
            SELECT id, item, category, price, reason, checked, due FROM bucket_list_item
            WHERE customer_id = $1 AND version = $2 ORDER BY position
            """, user.rawValue, Int64(version), read: BucketListItem.init
        )
        self.init(version: version, items: items, nextID: kept.nextID, time: kept.time)
    }

    /// Writes the list as a new version, and forgets the versions that are too old.
    func write(as version: BucketListVersion, of user: UserID, to connection: Connection) throws {
        try connection.run(
            "INSERT INTO bucket_list (customer_id, version, kind, time, items, base, next_id) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            user.rawValue, Int64(version.number), version.kind.rawValue, version.time, Int64(items.count), version.base.map(Int64.init),
            Int64(nextID)
        )
        try connection.copy(
            """
            COPY bucket_list_item (customer_id, version, position, id, item, category, price, reason, checked, due)
            FROM STDIN (FORMAT binary)
            """
        ) { writer in
            for (position, item) in items.enumerated() {
                let content = item.content
                try writer.append(
                    user.rawValue, Int64(version.number), Int64(position), Int64(item.id), content.name, content.category,
                    content.price?.hundredths, content.reason, Int64(content.isChecked ? 1 : 0), content.dueDate.map { Int64($0.dayNumber) }
                )
            }
        }
        let versions = try BucketListVersion.all(of: user, from: connection)
        let kept = BucketListVersion.keptCount(of: versions)
        guard kept < versions.count else { return }
        let last = Int64(versions[kept].number)
        try connection.run("DELETE FROM bucket_list WHERE customer_id = $1 AND version <= $2", user.rawValue, last)
        try connection.run("DELETE FROM bucket_list_item WHERE customer_id = $1 AND version <= $2", user.rawValue, last)
    }
}

extension BucketListVersion {
    /// Reads what is kept of a shopper's versions, the newest first.
    static func all(of user: UserID, from connection: Connection) throws -> [BucketListVersion] {
        try connection.rows(
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
    fileprivate init(_ row: PostgresRow) {
        self.init(
            id: Int(row.integer(0)),
            content: Content(
                name: row.text(1), category: row.text(2), price: row.isNull(3) ? nil : Money(hundredths: row.integer(3)),
                reason: row.text(4), isChecked: row.integer(5) != 0,
                dueDate: row.isNull(6) ? nil : CalendarDate(dayNumber: Int(row.integer(6)))
            )
        )
    }
}
