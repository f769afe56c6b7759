import Purchases
import Reports
import Storage

/// A shopper's bucket list as it is sent: their own, or what is suggested to them.
struct BucketListSheet: Hashable, Sendable {
    enum Origin: String, Sendable {
        case custom
        case suggested = "ai_generated"
        case empty
    }

    let user: UserID
    let list: BucketList
    let origin: Origin

    /// The shopper's own list.
    init(_ list: BucketList, of user: UserID) {
        self.user = user
        self.list = list
        origin = list.items.isEmpty ? .empty : .custom
    }

    /// What is suggested on a day while the list is empty.
    init(_ suggestions: BucketListSuggestions, on day: CalendarDate, in place: BucketList, of user: UserID) {
        var list = place
        list.time = Timestamp(day).secondsSince1970
        list.items = suggestions.items.enumerated().map { BucketListItem(id: $0.offset + 1, content: $0.element) }
        self.user = user
        self.list = list
        origin = list.items.isEmpty ? .empty : .suggested
    }

    var json: JSON {
        [
            "user_id": .string(user.rawValue), "bucket_list": .array(list.items.map(\.json)), "type": .string(origin.rawValue),
            "total": .integer(list.items.count), "version": .integer(list.version),
        ]
    }

    var table: Table {
        Table(
            columns: ["id", "item", "category", "price", "reason", "checked", "due_date"],
            rows: list.items.map { item in
                let content = item.content
                return [
                    .integer(item.id), .text(content.name), .text(content.category), content.price.map(Table.Cell.money) ?? .empty,
                    .text(content.reason), .text(content.isChecked ? "true" : "false"), content.dueDate.map(Table.Cell.date) ?? .empty,
                ]
            }
        )
    }

    /// A line for each item, to be printed or pasted, as in `[ ] Tea, 4.50, due 2024-03-31`.
    var text: String {
        list.items.map { item in
            let content = item.content
            var parts = [content.name]
            if let price = content.price { parts.append(price.description) }
            if let date = content.dueDate { parts.append("due \(date)") }
            return "[\(content.isChecked ? "x" : " ")] \(parts.joined(separator: ", "))\n"
        }.joined()
    }
}

extension BucketListSheet {
    func bytes(as representation: Representation) -> [UInt8] {
        switch representation {
        case .csv: table.csv
        case .txt: Array(text.utf8)
        case .ics: calendar.bytes
        case .json, .png, .svg, .pdf, .html, .eml: json.bytes
        }
    }

    /// What is due when, without what is checked off.
    var calendar: CalendarFeed {
        let events = list.items.compactMap { item -> CalendarFeed.Event? in
            guard let day = item.content.dueDate, !item.content.isChecked else { return nil }
            // A suggestion's number changes with its rank, its name does not.
            let id = origin == .suggested ? item.content.name.percentEncoded : String(item.id)
            return CalendarFeed.Event(
                id: "\(user.rawValue.percentEncoded)/\(id)@bucket-list.cartograph", day: day, summary: item.content.name,
                details: item.content.reason
            )
        }
        return CalendarFeed("Bucket list of \(user)", events: events, stamp: Timestamp(list.time))
    }
}

extension BucketListItem {
    var json: JSON {
        var members: JSON.Members = [
            "id": .integer(id), "item": .string(content.name), "category": .string(content.category),
            "price": .optional(content.price, JSON.money), "reason": .string(content.reason), "checked": .boolean(content.isChecked),
        ]
        if let date = content.dueDate { members.append("due_date", .date(date)) }
        return .object(members)
    }
}
