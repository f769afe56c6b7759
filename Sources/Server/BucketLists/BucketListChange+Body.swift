import Purchases
import Storage

/// A change as a body asks for it, and the version of the list that it is meant for.
struct SentChange: Hashable, Sendable {
    var change: BucketListChange
    var version: Int?
}

extension SentChange {
    private static let versions = 0...Int(Int32.max)
    private static let identifiers = 1...Int(Int32.max)

    /// Reads `{"bucket_list": [{"item": "…", …}], "version": 3}`. What a GET returned may be sent back as it is.
    static func replacement(_ body: SentJSON) throws -> SentChange {
        var reader = ObjectReader(body)
        let version = reader.value(of: "version", .wholeNumber(in: versions))
        for name in ["user_id", "type", "total"] { _ = reader.value(of: name, .any) }
        var ids: Set<Int> = []
        let placements = reader.objects("bucket_list", atMost: BucketList.itemLimit) { element -> BucketListChange.Placement? in
            let id = element.value(of: "id", orNull: .wholeNumber(in: identifiers)) ?? nil
            if let id, !ids.insert(id).inserted { element.refuse("id", "is \(id), which another item has already; give it once") }
            return BucketListItem.Content(&element).map { BucketListChange.Placement(id: id, content: $0) }
        }
        try reader.finish()
        return SentChange(change: .replace(placements), version: version)
    }

    /// Reads `{"item": "…", …, "position": 1}`.
    static func addition(_ body: SentJSON) throws -> SentChange {
        var reader = ObjectReader(body)
        let content = BucketListItem.Content(&reader)
        let position = reader.value(of: "position", .wholeNumber(in: 1...BucketList.itemLimit))
        let version = reader.value(of: "version", .wholeNumber(in: versions))
        try reader.finish()
        guard let content else { throw InvalidBody([]) }
        return SentChange(change: .add(content, position: position), version: version)
    }

    /// Reads what changes about an item: `{"checked": true}`, `{"price": null}`, `{"position": 1}`.
    static func edit(of id: Int, _ body: SentJSON) throws -> SentChange {
        var reader = ObjectReader(body)
        var edit = BucketListChange.Edit()
        edit.name = reader.value(of: "item", .itemName)
        edit.category = reader.value(of: "category", orNull: .category).map { $0 ?? "" }
        edit.price = reader.value(of: "price", orNull: .price)
        edit.reason = reader.value(of: "reason", orNull: .reason).map { $0 ?? "" }
        edit.isChecked = reader.value(of: "checked", .flag)
        edit.dueDate = reader.value(of: "due_date", orNull: .date)
        edit.position = reader.value(of: "position", .wholeNumber(in: 1...BucketList.itemLimit))
        let version = reader.value(of: "version", .wholeNumber(in: versions))
        try reader.finish()
        return SentChange(change: .edit(id, edit), version: version)
    }
}

extension BucketListItem.Content {
    /// Reads an item; nil when its name cannot be read, which is remembered.
    init?(_ reader: inout ObjectReader) {
        let name = reader.required("item", .itemName)
        let category = reader.value(of: "category", orNull: .category) ?? nil
        let price = reader.value(of: "price", orNull: .price) ?? nil
        let reason = reader.value(of: "reason", orNull: .reason) ?? nil
        let isChecked = reader.value(of: "checked", .flag)
        let dueDate = reader.value(of: "due_date", orNull: .date) ?? nil
        guard let name else { return nil }
        self.init(
            name: name, category: category ?? "", price: price, reason: reason ?? "", isChecked: isChecked ?? false, dueDate: dueDate
        )
    }
}

extension BodyValue<String> {
    fileprivate static let itemName = text(upTo: 200)
    fileprivate static let category = text(upTo: 100, mayBeEmpty: true)
    fileprivate static let reason = text(upTo: 500, mayBeEmpty: true)
}
