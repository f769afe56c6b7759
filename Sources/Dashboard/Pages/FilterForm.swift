import Charts
import Purchases
import Reports

/// The form that chooses a month, a range and categories; what is chosen stands in the address.
struct FilterForm {
    let action: String
    let months: [Option]
    let starts: [Option]
    let ends: [Option]
    let categories: [Option]
    /// What is said of categories that are not offered; nil where all are.
    let omission: String?
    /// What is chosen of the categories, in words.
    let chosenCategories: String
    let fields: [Field]
    let isFiltered: Bool
    /// The same page without a filter.
    let clear: String
    let words: [String: String]

    /// The most categories to choose from, besides those that are chosen: a log may name thousands.
    private static let categoryLimit = 300

    /// - Parameter history: all purchases of the shopper.
    init(_ path: [String], _ filter: PurchaseFilter, of history: [Purchase], for reader: Reader) {
        let locale = reader.locale
        action = Address(path).text
        fields = reader.fields.map(Field.init)
        isFiltered = filter != .none
        clear = Address(path, reader.fields).text
        words = Words.table(in: locale)
        let bought = Set(history.lazy.map(\.date.month))
        func text(_ month: Month) -> String { locale.text(ofMonth: month.month, year: month.year) }

        let only: Month? = if case .only(let month) = filter.month { month } else { nil }
        var months = bought.union(only.map { [$0] } ?? []).sorted(by: >).map {
            Option(value: $0.description, label: text($0), isChosen: $0 == only)
        }
        if case .everyYear(let number) = filter.month {
            let name = locale.name(ofMonth: number)
            let label = locale.phrase("Every \(name)", de: "Jeder \(name)", fr: "Chaque \(name)", es: "Cada \(name)")
            months.insert(Option(value: String(number), label: label, isChosen: true), at: 0)
        }
        self.months = months
        let all = bought.sorted()
        starts = Self.options(all, chosen: filter.from, day: \.firstDay, text: text)
        ends = Self.options(all, chosen: filter.to, day: \.lastDay, text: text)
        let others = Set(history.lazy.map(\.category)).subtracting(filter.categories).sorted()
        // What is chosen is always there, or the form would take it away.
        categories = (Array(filter.categories) + others.prefix(Self.categoryLimit)).sorted()
            .map { Option(value: $0, label: $0, isChosen: filter.categories.contains($0)) }
        let omittedCount = max(0, others.count - Self.categoryLimit)
        omission =
            omittedCount == 0
            ? nil
            : locale.phrase(
                "\(omittedCount) more can be chosen in the address, as in category=\(others.last ?? "").",
                de: "\(omittedCount) weitere lassen sich in der Adresse wählen, wie category=\(others.last ?? "").",
                fr: "\(omittedCount) autres se choisissent dans l’adresse, comme category=\(others.last ?? "").",
                es: "\(omittedCount) más se eligen en la dirección, como category=\(others.last ?? "").")
        let chosen = filter.categories.sorted()
        chosenCategories =
            switch chosen.count {
            case 0: locale.phrase("All categories", de: "Alle Kategorien", fr: "Toutes les catégories", es: "Todas las categorías")
            case 1: chosen[0]
            default:
                locale.phrase(
                    "\(chosen.count) categories", de: "\(chosen.count) Kategorien", fr: "\(chosen.count) catégories",
                    es: "\(chosen.count) categorías")
            }
    }

    /// The months of a range's side; a chosen day that is none of theirs is offered as well.
    private static func options(
        _ months: [Month], chosen: CalendarDate?, day: (Month) -> CalendarDate, text: (Month) -> String
    ) -> [Option] {
        var options = months.map { Option(value: $0.description, label: text($0), isChosen: day($0) == chosen) }
        if let chosen, !options.contains(where: \.isChosen) {
            options.append(Option(value: chosen.description, label: chosen.description, isChosen: true))
        }
        return options
    }
}
