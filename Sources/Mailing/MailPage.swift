import Charts
import Drawing

/// The HTML of a mail, as its template needs it.
struct MailPage {
    struct Section {
        let title: String
        let message: String
        let source: String
        let alternative: String
        let width: Int
        let height: Int
        let hasTable: Bool
        /// The HTML of the table.
        let figures: String

        init(_ section: Document.Section, source: String, size: Size, rowLimit: Int) {
            title = section.title
            message = section.message
            self.source = source
            alternative = section.chart.message
            (width, height) = (Int(size.width), Int(size.height))
            hasTable = !section.table.columns.isEmpty
            figures = hasTable ? MailTable(section, rowLimit: rowLimit).html : ""
        }
    }

    struct Card {
        let label: String
        let figure: String
        let note: String
        let change: Mark.Card.Change?
        /// Whether the figure is a name, which may be broken anywhere when there is no room for its words.
        let isName: Bool

        init(_ card: Mark.Card) {
            (label, figure, note, change) = (card.label, card.figure, card.note, card.change)
            // A sum has no more letters than its currency.
            isName = card.figure.count(where: \.isLetter) > 4
        }
    }

    /// Two key figures side by side.
    struct CardRow { let cards: [Card] }

    let title: String
    let subtitle: String
    /// What a list of mails shows beside the subject.
    let preheader: String
    let language: String
    let direction: String
    /// Where a line begins and ends: Outlook for Windows does not know `start` and `end`.
    let start: String
    let end: String
    let cardRows: [CardRow]
    let remarks: [String]
    let sections: [Section]
    let list: MailList?
    let unsubscribe: String?
    let unsubscribeLabel: String

    init(_ document: Document, _ sections: [Section], _ list: MailList?, unsubscribe: String?) {
        let locale = document.locale
        title = document.title
        subtitle = document.subtitle
        let figures = document.cards.prefix(2).map { locale.text($0.label, saying: $0.figure.isolated) }.joined(separator: ", ")
        preheader = ((figures.isEmpty ? [] : ["\(figures)."]) + document.remarks).joined(separator: " ")
        language = locale.identifier
        direction = locale.isRightToLeft ? "rtl" : "ltr"
        (start, end) = locale.isRightToLeft ? ("right", "left") : ("left", "right")
        cardRows = stride(from: 0, to: document.cards.count, by: 2).map { CardRow(cards: document.cards[$0...].prefix(2).map(Card.init)) }
        remarks = document.remarks
        self.sections = sections
        self.list = list
        self.unsubscribe = unsubscribe
        unsubscribeLabel = locale.unsubscribe
    }

    var html: String {
        get throws { try MailTemplates.render(self, "mail") }
    }
}

extension Locale {
    var unsubscribe: String { phrase("Unsubscribe", de: "Abbestellen", fr: "Se désabonner", es: "Cancelar la suscripción") }
}
