package import Purchases

extension PurchaseFilter {
    /// The filters in force, as a query writes them.
    package var fields: [(name: String, value: String)] {
        monthFields + rangeFields
            + categories.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { ("category", $0) }
    }

    package var rangeFields: [(name: String, value: String)] {
        [("from", from), ("to", to)].compactMap { name, date in date.map { (name, $0.description) } }
    }

    private var monthFields: [(name: String, value: String)] {
        switch month {
        case .everyYear(let number): [("month", String(number))]
        case .only(let month): [("month", month.description)]
        case nil: []
        }
    }

    /// The filters in force, named as in a query; none of those that are not.
    var json: JSON.Members {
        var members = JSON.Members(fields.filter { $0.name != "category" }.map { ($0.name, .string($0.value)) })
        if !categories.isEmpty { members.append("category", .array(fields.filter { $0.name == "category" }.map { .string($0.value) })) }
        return members
    }
}

extension Subject {
    /// What is asked about, the shopper aside, as a query writes it.
    package var fields: [(name: String, value: String)] {
        filter.fields + (asOf.map { [("as_of", $0.description)] } ?? [])
    }

    /// The same as JSON.
    var filtersJSON: JSON.Members {
        var members = filter.json
        if let asOf { members.append("as_of", .date(asOf)) }
        return members
    }
}
