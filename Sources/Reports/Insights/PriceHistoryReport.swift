import Analytics
public import Charts
import Purchases

extension Insight {
    public static let priceHistory = Insight(
        "price-history", "What an item has cost", chart: "steps on an axis of days", parameters: [PriceHistoryReport.item.parameter],
        refusals: { _ in [.share: .isAboutPrices] }
    ) { question, selection, _ in PriceHistoryReport(selection, item: question[PriceHistoryReport.item]) }
}

extension Question {
    /// - Parameter item: matched as `checkItem(in:)` does.
    public static func priceHistory(item: String) -> Question { Question(.priceHistory, values: ["item": item]) }
}

/// What a shopper paid for one of an item, each time.
public struct PriceHistoryReport: SelectionReport {
    static let item = TypedParameter.text("item", upTo: 500, such: "item=Whole%20Milk", "The item's name, exactly.")

    let selection: SelectedPurchases
    /// As the log spells it.
    private let itemName: String
    private let history: PriceHistory

    init(_ selection: SelectedPurchases, item: String) {
        self.selection = selection
        itemName = selection.history.itemName(matching: item) ?? item
        history = PriceHistory(of: selection.purchases, item: itemName)
    }

    private static let columns: [Column<PriceHistory.Price>] = [
        Column("date", .date, .date) { .date($0.date) }, Column("unit_price", .price, .unitPrice) { .money($0.unitPrice) },
    ]

    private static let name = Member<Self>.value("item_name", .text) { .text($0.itemName) }
    private static let changeShare = Member<Self>.value("change_share", .change, isOptional: true) {
        .optional($0.history.changeShare, Table.Cell.number)
    }

    static let members: [Member<Self>] = [
        .user, .filters, name, .rows("prices", columns) { $0.history.prices },
        .value("minimum", .price) { .optional($0.history.minimum, Table.Cell.money) },
        .value("maximum", .price) { .optional($0.history.maximum, Table.Cell.money) },
        .value("latest", .price) { .optional($0.history.latest, Table.Cell.money) },
        .value("change", .price) { .optional($0.history.change, Table.Cell.money) }, changeShare,
    ]

    /// A price as an index of the first.
    private struct IndexRow {
        var date: CalendarDate
        var index: Double?
    }

    private static let indexColumns: [Column<IndexRow>] = [
        Column("date", .date, .date) { .date($0.date) },
        Column("index", .index, .index, isOptional: true) { .optional($0.index, Table.Cell.number) },
    ]

    static let trendMembers: [Member<Self>]? = [.user, .filters, name, .rows("prices", indexColumns) { $0.indexRows }, changeShare]

    private var indexRows: [IndexRow] {
        let indices = Redaction.indices(of: history.prices.map(\.unitPrice.amount), to: .first)
        return zip(history.prices, indices).map { IndexRow(date: $0.date, index: $1) }
    }

    public func makeTable(_ presentation: Presentation) -> Table {
        presentation.redaction.isTrend
            ? Table(Self.indexColumns, rows: indexRows, presentation) : Table(Self.columns, rows: history.prices, presentation)
    }

    public func makeChart(_ presentation: Presentation) -> Chart {
        let (locale, redaction) = (presentation.locale, presentation.redaction)
        let item = itemName.isolated
        let measure =
            redaction.isTrend
            ? locale.measure(ofIndexTo: .first)
            : presentation.inCurrency(
                locale.phrase("Paid for one", de: "Bezahlt pro Stück", fr: "Payé à l’unité", es: "Pagado por unidad"))
        let unitPrice = locale.phrase("unit price", de: "Stückpreis", fr: "prix unitaire", es: "precio unitario")
        let values = redaction.isTrend ? indexRows.map(\.index) : history.prices.map { redaction.price($0.unitPrice) }
        let chart = Chart(
            presentation.title
                ?? locale.phrase("Price of \(item)", de: "Preis: \(item)", fr: "Prix\u{A0}: \(item)", es: "Precio: \(item)"),
            subtitle: selection.subtitle(measure, presentation),
            footnote: footnote(values, in: locale),
            y: Axis(redaction.isTrend ? locale.index : unitPrice, format: presentation.amountFormat),
            marks: values.contains { $0 != nil } ? [line(values)] : [], locale: locale,
            headline: redaction.isTrend ? change(presentation) : headline(presentation), emptyMessage: selection.emptyMessage(in: locale)
        )
        return chart.saying(message(presentation), presentation)
    }

    private func message(_ presentation: Presentation) -> String? {
        guard history.prices.count > 1, let first = history.prices.first, let latest = history.latest else { return nil }
        return MessageWriter(presentation).price(
            of: itemName, share: history.changeShare.map { presentation.redaction.ratio($0) },
            since: presentation.locale.text(of: first.date).isolated,
            price: presentation.keepsMoney ? presentation.text(ofPrice: latest) : nil)
    }

    /// Whether the axis begins above zero, so that differences are seen: where these are smaller than the lowest price.
    private static func areFarFromZero(_ values: [Double?]) -> Bool {
        let known = values.compactMap { $0 }
        guard let low = known.min(), let high = known.max() else { return false }
        return low > high - low
    }

    private func footnote(_ values: [Double?], in locale: Locale) -> String {
        guard !history.prices.isEmpty else { return "" }
        let rule = locale.phrase(
            "A price holds until the next purchase; discounts are in it, refunds are not.",
            de: "Ein Preis gilt bis zum nächsten Kauf; Rabatte sind enthalten, Erstattungen nicht.",
            fr: "Un prix vaut jusqu’à l’achat suivant\u{202F}; remises comprises, remboursements exclus.",
            es: "Un precio vale hasta la compra siguiente; incluye descuentos, no devoluciones."
        )
        guard Self.areFarFromZero(values) else { return rule }
        return rule + " "
            + locale.phrase(
                "The axis does not begin at zero.", de: "Die Achse beginnt nicht bei null.", fr: "L’axe ne commence pas à zéro.",
                es: "El eje no empieza en cero.")
    }

    private func line(_ values: [Double?]) -> Mark {
        .line(
            Mark.Line(
                positions: history.prices.map { .day($0.date.dayNumber) },
                series: [Mark.Series(name: itemName, values: values, color: .accent)], interpolation: .step,
                includesZero: !Self.areFarFromZero(values)
            )
        )
    }

    private func change(_ presentation: Presentation) -> String? {
        guard let share = history.changeShare, let first = history.prices.first else { return nil }
        let (locale, start) = (presentation.locale, presentation.locale.text(of: first.date).isolated)
        let change = presentation.difference(share: share)
        return locale.phrase(
            "\(change) since \(start).", de: "\(change) seit \(start).", fr: "\(change) depuis le \(start).",
            es: "\(change) desde \(start).")
    }

    private func headline(_ presentation: Presentation) -> String? {
        guard let low = history.minimum, let high = history.maximum, let latest = history.latest, let change = history.change,
            let first = history.prices.first
        else { return nil }
        let locale = presentation.locale
        let (least, most, last) = (presentation.text(ofPrice: low), presentation.text(ofPrice: high), presentation.text(ofPrice: latest))
        let start = locale.text(of: first.date).isolated
        guard presentation.redaction.price(low) != presentation.redaction.price(high) else {
            return locale.phrase(
                "\(last), the same since \(start).", de: "\(last), unverändert seit \(start).", fr: "\(last), inchangé depuis le \(start).",
                es: "\(last), igual desde \(start)."
            )
        }
        let difference = presentation.difference(ofPrice: change, share: history.changeShare)
        return locale.phrase(
            "latest \(last), lowest \(least), highest \(most); \(difference) since \(start).",
            de: "zuletzt \(last), Tiefstwert \(least), Höchstwert \(most); \(difference) seit \(start).",
            fr: "dernier \(last), minimum \(least), maximum \(most)\u{202F}; \(difference) depuis le \(start).",
            es: "último \(last), mínimo \(least), máximo \(most); \(difference) desde \(start)."
        )
    }
}
