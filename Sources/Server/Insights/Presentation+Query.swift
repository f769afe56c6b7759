import Charts
import Reports

extension Presentation {
    /// Reads `locale`, `currency`, `title`, `headline` and `disclosure`.
    ///
    /// - Parameter refusal: returns the reason for which a presentation rules out what it is for, or nil.
    init(_ reader: inout QueryReader, refusal: (Presentation) -> String? = { _ in nil }) {
        self.init()
        if let locale = reader.value(.locale) { self.locale = locale }
        if let currency = reader.value(.currency) { choose(currency) }
        title = reader.value(Parameter<String>.text("title", upTo: 200, mayBeEmpty: true))
        headline = reader.value(Parameter<Headline>.choice("headline")) ?? .message
        if let disclosure = reader.value(Parameter<Disclosure>.choice("disclosure")) { self.disclosure = disclosure }
        if let reason = refusal(self) { reader.refuse("disclosure", "\(disclosure.rawValue.quoted) \(reason)") }
    }

    /// What stands in tags for the address of the cart, which no query names.
    var cartIdentity: [String] { cartLink.map { ["cart", $0.template] } ?? [] }

    /// The presentation as a query writes it, what was left out included.
    var fields: [(name: String, value: String)] {
        [("locale", locale.identifier), ("currency", currency.code)] + (title.map { [("title", $0)] } ?? [])
            + (headline == .message ? [] : [("headline", headline.rawValue)])
            + (disclosure == .full ? [] : [("disclosure", disclosure.rawValue)])
    }
}

extension Parameter<Locale> {
    static var locale: Parameter {
        Parameter("locale", .string) { text throws(Unreadable) in
            if let locale = Locale(identifier: text) { return locale }
            let identifiers = Locale.supported.map(\.identifier)
            let advice = text.nearest(among: identifiers).map { "did you mean '\($0)'?" }
            throw Unreadable(text, isNot: "a locale that is spoken here; \(advice ?? "there is \(identifiers.joined(separator: ", "))")")
        }
    }
}

extension Parameter<Currency> {
    static var currency: Parameter {
        Parameter("currency", .string(matching: "^[A-Z]{3}$")) { text throws(Unreadable) in
            guard let currency = Currency(code: text) else {
                throw Unreadable(text, isNot: "a currency of ISO 4217, such as USD or EUR")
            }
            return currency
        }
    }
}
