import Purchases
import Reports
import Storage

/// The filters that a signed link leaves to whoever follows it. They narrow what was signed, and never widen it.
public struct FreeFilters: Hashable, Sendable {
    public enum Name: String, CaseIterable, Sendable { case category, from, month, to }

    public let names: Set<Name>

    /// Nil for no filter at all.
    public init?(_ names: some Sequence<Name>) {
        self.names = Set(names)
        if self.names.isEmpty { return nil }
    }

    /// What the terms of a grant name them by; no query of the API has a parameter of that name.
    private static let term = "free"

    /// Splits the terms of a grant into the query that was signed and the filters that it leaves free, nil where there are none.
    static func split(_ terms: Query) -> (signed: Query, free: FreeFilters?) {
        var signed = terms
        signed.fields.removeAll { $0.name == term }
        let text = terms.fields.first { $0.name == term }?.value ?? ""
        return (signed, FreeFilters(text.split(separator: ",").compactMap { Name(rawValue: String($0)) }))
    }

    /// Returns the terms of a grant for a query that leaves these filters free.
    func terms(besides signed: Query) -> Query { signed.replacing(Self.term, with: list(separator: ",")) }

    private func list(separator: String) -> String { names.map(\.rawValue).sorted().joined(separator: separator) }

    /// Returns the query of what somebody asks for within what was signed.
    ///
    /// - Throws: `InvalidQuery` for a filter that is not free, for one that leaves what was signed, and for anything else.
    func narrowed(_ signed: Query, by asked: Query) throws(InvalidQuery) -> Query {
        var (reader, signedReader) = (QueryReader(asked), QueryReader(signed))
        let (filter, bounds) = (PurchaseFilter(&reader), PurchaseFilter(&signedReader))
        for name in Name.allCases where !names.contains(name) && asked.fields.contains(where: { $0.name == name.rawValue }) {
            reader.refuse(name.rawValue, "cannot be chosen: this link leaves \(list(separator: ", ")) free and nothing else")
        }
        for (name, day) in [(Name.from, filter.from), (.to, filter.to)] {
            guard let day, day < bounds.from ?? day || day > bounds.to ?? day else { continue }
            let limits = [bounds.from.map { "from \($0)" }, bounds.to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
            reader.refuse(name.rawValue, "\(day) is outside of what was signed, which goes \(limits)")
        }
        if let month = filter.month, let bound = bounds.month, !month.isInside(bound) {
            reader.refuse(Name.month.rawValue, "is outside of the month that was signed")
        }
        // Compared by their bytes: what is only alike is another category.
        let known = Set(bounds.categories.map { ExactText($0) })
        if !known.isEmpty, let other = filter.categories.sorted().first(where: { !known.contains(ExactText($0)) }) {
            reader.refuse(Name.category.rawValue, "\(other.quoted) is none of the categories that were signed")
        }
        try reader.finish()
        var query = signed
        let chosen = Set(asked.fields.map(\.name))
        query.fields.removeAll { chosen.contains($0.name) }
        query.fields += asked.fields
        return query
    }
}

extension PurchaseFilter.MonthSelection {
    /// Whether all that this selects is selected by the other.
    fileprivate func isInside(_ other: PurchaseFilter.MonthSelection) -> Bool {
        switch self {
        case .everyYear: self == other
        case .only(let month): other.contains(month)
        }
    }
}

extension BodyValue<[FreeFilters.Name]> {
    /// A list of the filters that a link leaves free.
    static let freeFilters: BodyValue = {
        let names = FreeFilters.Name.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return BodyValue("a list of \(names)") { json throws(Unreadable) in
            guard case .array(let elements) = json else { throw Unreadable("is \(json.kind), not a list of \(names)") }
            var filters: [FreeFilters.Name] = []
            for element in elements {
                guard case .string(let text) = element, let filter = FreeFilters.Name(rawValue: text) else {
                    let given = if case .string(let text) = element { text.quoted } else { element.kind }
                    throw Unreadable("has \(given); there is \(names)")
                }
                filters.append(filter)
            }
            return filters
        }
    }()
}
