import Reports
import Purchases
import Storage

/// One of the forms of a shopper's list, read.
struct SavedForm {
    enum Action: String, CaseIterable, Sendable { case add, edit, check, uncheck, remove, clear, undo, share }

    /// Nil for a form that shares the list and leaves it as it is.
    let change: BucketListChange?
    let role: ListShare.Role
    /// The version of the list that the form was made for; nil for a form that adds, which never overwrites anything.
    let version: Int?
    let back: String?

    init(_ fields: Query) throws(InvalidQuery) {
        var form = QueryReader(fields.droppingEmptyValues())
        let action = form.value(Parameter<Action>.choice("do")) ?? .add
        let version = form.value(.wholeNumber("version", in: 0...Int(Int32.max)))
        let id = form.value(.wholeNumber("id", in: 0...Int(Int32.max))) ?? 0
        let name = form.value(Parameter<String>.text("item", upTo: 200))
        let category = form.value(Parameter<String>.text("category", upTo: 100)) ?? ""
        let reason = form.value(Parameter<String>.text("reason", upTo: 500)) ?? ""
        let price = form.value(Parameter<Money>.price)
        let dueDate = form.value(Parameter<CalendarDate>.day("due_date", \.firstDay))
        back = form.value(.ownAddress)
        role = form.value(Parameter<ListShare.Role>.choice("role")) ?? .view
        if name == nil, action == .add || action == .edit { form.refuse("item", "is missing; say what it is") }
        try form.finish()
        self.version = action == .add ? nil : version
        var edit = BucketListChange.Edit()
        switch action {
        case .add:
            change = .add(
                .init(name: name ?? "", category: category, price: price, reason: reason, dueDate: dueDate), position: nil)
        case .edit:
            (edit.name, edit.category, edit.price, edit.dueDate) = (name, category, .some(price), .some(dueDate))
            change = .edit(id, edit)
        case .check, .uncheck:
            edit.isChecked = action == .check
            change = .edit(id, edit)
        case .remove: change = .remove(id)
        case .clear: change = .clear
        case .undo: change = .undo
        case .share: change = nil
        }
    }
}

extension Parameter<Money> {
    /// A price as a person writes it, with a point or a comma before at most two decimals.
    static var price: Parameter {
        Parameter("price", .string) { text throws(Unreadable) in
            let parts = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
            let isNumber =
                (1...2).contains(parts.count) && parts.allSatisfy { $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
            guard isNumber, !parts[0].isEmpty, parts[0].count <= 7, parts.count < 2 || (1...2).contains(parts[1].count),
                let whole = Int64(parts[0]), let fraction = parts.count < 2 ? 0 : Int64((parts[1] + "0").prefix(2)), whole <= 1_000_000
            else { throw Unreadable(text, isNot: "a price from 0 to 1000000 with at most two decimals, such as 2.50") }
            return Money(hundredths: whole * 100 + fraction)
        }
    }
}
