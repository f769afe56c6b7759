public import Charts
import Purchases

/// How a reader wants an answer: in which language and currency, and how much of its numbers is told.
public struct Presentation: Hashable, Sendable {
    public var locale: Locale
    public var currency: Currency
    /// Whether the reader chose the currency, and does not take the one that the purchases are in.
    public private(set) var hasChosenCurrency = false
    /// Stands in place of the chart's own title.
    public var title: String?
    /// What that title says. Pages, which have headings of their own, are about a topic; pictures by themselves have a message.
    public var headline: Headline
    /// What puts what is suggested into a cart; nil where the shop has no such address.
    public var cartLink: CartLink?
    /// What may be told of numbers.
    private(set) var redaction: Redaction

    public init(
        locale: Locale = .americanEnglish, currency: Currency = .usDollar, title: String? = nil, headline: Headline = .topic,
        disclosure: Disclosure = .full
    ) {
        self.locale = locale
        self.currency = currency
        self.title = title
        self.headline = headline
        redaction = Redaction(disclosure: disclosure)
    }

    /// Takes a currency in place of the one that the purchases are in.
    public mutating func choose(_ currency: Currency) { (self.currency, hasChosenCurrency) = (currency, true) }

    /// Returns the code of a currency as ISO 4217 writes it, nil where there is no such currency.
    public static func code(ofCurrency text: String) -> String? { Currency(code: text)?.code }

    /// Takes the currency that the purchases are in, unless the reader chose another; none where nobody named it.
    public mutating func settle(onCurrency code: String?) {
        if !hasChosenCurrency { currency = code.flatMap(Currency.init(code:)) ?? .none }
    }

    /// How much of the numbers is told.
    public var disclosure: Disclosure {
        get { redaction.disclosure }
        set { redaction = Redaction(disclosure: newValue) }
    }

    /// Returns the presentation with amounts as parts of a sum, where they are told as such.
    func sharing(_ whole: Money) -> Presentation {
        var presentation = self
        presentation.redaction.whole = whole
        return presentation
    }

    /// Returns the presentation with amounts as fractions of an earlier sum, where nothing else is told of them.
    func relative(to base: Money) -> Presentation {
        var presentation = self
        presentation.redaction.base = base
        return presentation
    }

    /// Whether amounts are amounts of money.
    var keepsMoney: Bool { redaction.keepsMoney }
}

/// How amounts are written: all of them come through the redaction first.
extension Presentation {
    /// How numbers are written that amounts became.
    var amountFormat: NumberFormat {
        switch redaction.disclosure {
        case .full: .currency(currency)
        case .rounded: .currency(currency.rounded)
        case .share: .percent
        case .trend: redaction.base == nil ? .decimal(2) : .percent
        }
    }

    /// Returns an amount in full, fit to stand in a sentence; a dash where it is not told.
    func text(of money: Money) -> String { text(redaction.amount(money)).isolated }

    /// Returns a sum where the values of marks do not add up to it; nil where they do.
    func total(_ money: Money) -> Double? { redaction.isFull ? nil : redaction.amount(money) }

    /// Returns what one of a thing costs, likewise.
    func text(ofPrice price: Money) -> String { text(redaction.price(price)).isolated }

    /// Returns what one of a thing costs as its log has it: with the decimals that it needs.
    func text(of price: UnitPrice) -> String {
        guard redaction.isFull else { return text(keepsMoney ? redaction.amount(price.amount) : nil).isolated }
        return locale.text(of: price, in: currency).isolated
    }

    /// Returns an amount as a card shows it.
    func figure(_ money: Money) -> String { text(redaction.amount(money)) }

    private func text(_ amount: Double?) -> String { amount.map { amountFormat.text($0, in: locale) } ?? "–" }

    /// Returns a difference with its sign, as in `+$12.40`.
    func difference(_ money: Money) -> String { difference(redaction.amount(money)) }

    /// Returns a difference of prices, likewise.
    func difference(ofPrice price: Money) -> String { difference(redaction.price(price)) }

    /// Returns a difference as a fraction of the earlier value with its sign, as in `+12%`.
    func difference(share: Double) -> String {
        let share = redaction.ratio(share)
        return signed(NumberFormat.percent.text(share, in: locale), share > 0)
    }

    /// Returns a difference and what part of the earlier sum it is, where that is known: `+$12.40 (+12%)`.
    ///
    /// Where amounts are not told as such, that part alone.
    func difference(_ money: Money, share: Double?) -> String {
        guard keepsMoney else { return share.map { difference(share: $0) } ?? difference(money) }
        return difference(money) + (share.map { " (\(difference(share: $0)))" } ?? "")
    }

    /// Returns a difference of prices and what part of the earlier price it is.
    func difference(ofPrice price: Money, share: Double?) -> String {
        guard keepsMoney else { return share.map { difference(share: $0) } ?? difference(ofPrice: price) }
        return difference(ofPrice: price) + (share.map { " (\(difference(share: $0)))" } ?? "")
    }

    private func difference(_ amount: Double?) -> String { signed(text(amount), amount ?? 0 > 0) }

    private func signed(_ text: String, _ isPositive: Bool) -> String { (isPositive ? locale.withPlus(text) : text).isolated }
}

/// Words about amounts that several reports have in common.
extension Presentation {
    /// What is measured where amounts are summed: in a subtitle, with the currency.
    var amountSpent: String {
        if redaction.isTrend { return locale.measure(ofIndexTo: .average) }
        guard keepsMoney else {
            return locale.phrase(
                "Part of all spending", de: "Anteil an allen Ausgaben", fr: "Part de toutes les dépenses", es: "Parte de todo el gasto")
        }
        return inCurrency(locale.phrase("Amount spent", de: "Ausgaben", fr: "Montant dépensé", es: "Importe gastado"))
    }

    /// Returns what is measured, with the currency behind it where one is known.
    func inCurrency(_ measure: String) -> String { currency == .none ? measure : "\(measure), \(currency.code)" }

    /// The axis of amounts spent.
    var spent: Axis {
        if redaction.isTrend, redaction.base == nil { return Axis(locale.index, format: .decimal(2)) }
        return Axis(locale.phrase("spent", de: "ausgegeben", fr: "dépensé", es: "gastado"), format: amountFormat)
    }
}

extension Locale {
    var index: String { phrase("index", de: "Index", fr: "indice", es: "índice") }

    /// What an index is of, as a subtitle says it.
    func measure(ofIndexTo base: Redaction.IndexBase) -> String {
        switch base {
        case .average:
            phrase(
                "Index, 1.0 is the average month", de: "Index, 1,0 ist der Durchschnittsmonat", fr: "Indice, 1,0 est le mois moyen",
                es: "Índice, 1,0 es el mes medio")
        case .first:
            phrase(
                "Index, 1.0 is the first price", de: "Index, 1,0 ist der erste Preis", fr: "Indice, 1,0 est le premier prix",
                es: "Índice, 1,0 es el primer precio")
        }
    }
}
