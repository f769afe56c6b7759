import Purchases

extension PurchaseFilter {
    /// The filters in force, named as in a query; none of those that are not.
    var json: JSON.Members {
        var members: JSON.Members = [:]
        switch month {
        case .everyYear(let number): members.append("month", .string(String(number)))
        case .only(let month): members.append("month", .string(month.description))
        case nil: break
        }
        if let from { members.append("from", .date(from)) }
        if let to { members.append("to", .date(to)) }
        if !categories.isEmpty { members.append("category", .array(categories.sorted().map(JSON.string))) }
        return members
    }
}
