import Reports
import Purchases

extension PurchaseFilter {
    static let categoryLimit = 50

    /// Reads `month`, `from`, `to` and `category`.
    init(_ reader: inout QueryReader) {
        let month = reader.value(.month)
        let from = reader.value(.day("from", \.firstDay))
        let to = reader.value(.day("to", \.lastDay))
        let categories = reader.values(.category, atMost: Self.categoryLimit)
        if let from, let to, from > to {
            reader.refuse("to", "\(to) is before 'from', which is \(from); swap them or leave one out")
        }
        self.init(month: month, from: from, to: to, categories: Set(categories))
    }
}

extension Parameter<PurchaseFilter.MonthSelection> {
    fileprivate static var month: Parameter {
        Parameter("month", .string(matching: "^([1-9]|0[1-9]|1[0-2]|[0-9]{4}-[0-9]{2})$")) { text throws(Unreadable) in
            if let month = Month(text) { return .only(month) }
            if text.utf8.count <= 2, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let number = Int(text),
                (1...12).contains(number)
            {
                return .everyYear(number)
            }
            throw Unreadable(text, isNot: "a month: write 1 to 12 for that month of every year, or a month such as 2024-03")
        }
    }
}

extension Parameter<CalendarDate> {
    /// A day, or a month that stands for one of its days.
    static func day(_ name: String, _ dayOfMonth: @escaping @Sendable (Month) -> CalendarDate) -> Parameter {
        Parameter(name, .string(matching: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")) { text throws(Unreadable) in
            if let date = CalendarDate(text) { return date }
            if let month = Month(text) { return dayOfMonth(month) }
            // A day that is well written but not in the calendar deserves to be told so.
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            if parts.count == 3, parts[2].utf8.count == 2, parts[2].utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                let month = Month("\(parts[0])-\(parts[1])")
            {
                throw Unreadable("there is no day \(text): \(month) has \(month.dayCount) days")
            }
            throw Unreadable(text, isNot: "a date that exists: write a day such as 2024-03-31 or a month such as 2024-03")
        }
    }
}

extension Parameter<String> {
    fileprivate static var category: Parameter {
        Parameter("category", .string(upTo: 500)) { text throws(Unreadable) in
            if text.isEmpty { throw Unreadable("is empty; leave it out or name a category") }
            // No log has a longer one.
            if text.utf8.count > 500 { throw Unreadable("has \(text.utf8.count) bytes; at most 500 are allowed") }
            return text
        }
    }
}
