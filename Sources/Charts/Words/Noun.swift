/// A thing that sentences count, in each language of sentences, with its plural.
///
///     locale.text(of: 1, .category)      // 1 category
///     locale.text(of: 2, .category)      // 2 categories, 2 Kategorien, 2 catégories, 2 categorías
package struct Noun: Hashable, Sendable {
    private let english, german, french, spanish: Forms

    private struct Forms: Hashable, Sendable {
        let one: String
        let many: String

        /// - Parameter text: as in `order/orders`; one word where both are the same.
        init(_ text: String) {
            let words = text.split(separator: "/").map(String.init)
            one = words[0]
            many = words[words.count - 1]
        }
    }

    package init(_ english: String, de german: String, fr french: String, es spanish: String) {
        self.english = Forms(english)
        self.german = Forms(german)
        self.french = Forms(french)
        self.spanish = Forms(spanish)
    }

    /// Returns the form for a number (CLDR, "Language Plural Rules"): in French anything under two is one.
    package func form(for count: Double, in language: Locale.Language) -> String {
        let forms: Forms =
            switch language {
            case .english: english
            case .german: german
            case .french: french
            case .spanish: spanish
            }
        let isOne = language == .french ? abs(count) < 2 : abs(count) == 1
        return isOne ? forms.one : forms.many
    }

    package static let category = Noun(
        "category/categories", de: "Kategorie/Kategorien", fr: "catégorie/catégories", es: "categoría/categorías")
    package static let time = Noun("time/times", de: "Mal", fr: "fois", es: "vez/veces")
    package static let day = Noun("day/days", de: "Tag/Tage", fr: "jour/jours", es: "día/días")
    package static let month = Noun("month/months", de: "Monat/Monate", fr: "mois", es: "mes/meses")
}

extension Locale {
    /// Returns a whole number in the digits and groups of the language.
    package func text(of count: Int) -> String { NumberFormat.count.text(Double(count), in: self) }

    /// Returns a number and what it counts, as in `1 day` and `2.5 days`; one decimal where the number is not whole.
    package func text(of count: Double, _ noun: Noun) -> String {
        let shown = (count * 10).rounded() / 10
        return "\(NumberFormat.count.text(shown, in: self).isolated) \(noun.form(for: shown, in: language))"
    }

    package func text(of count: Int, _ noun: Noun) -> String { text(of: Double(count), noun) }

    /// Returns the plural of a noun, as a title has it.
    package func plural(of noun: Noun) -> String { noun.form(for: 2, in: language) }
}
