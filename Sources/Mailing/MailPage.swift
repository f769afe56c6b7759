import Charts
import Drawing

/// The HTML of a mail, as its template needs it.
struct MailPage {
    struct Cell {
        let text: String
        let isNumber: Bool
        /// Whether its line may be broken: a name's, but no number's and no date's, which is short.
        let isWrapped: Bool
        /// Whether there is no room for it on a telephone.
        let isExtra: Bool
    }

    struct Row { let cells: [Cell] }

    struct Section {
        let title: String
        let message: String
        let source: String
        let alternative: String
        let width: Int
        let height: Int
        let hasTable: Bool
        let columns: [Cell]
        let rows: [Row]
        /// How many rows are left out, in words; nil for none.
        let omission: String?

        init(_ section: Document.Section, source: String, size: Size, rowLimit: Int) {
            title = section.title
            message = section.message
            self.source = source
            alternative = section.chart.message
            (width, height) = (Int(size.width), Int(size.height))
            let table = section.table
            /// Words beside a name, where there are many columns.
            let extra = table.columns.indices.map { $0 > 0 && table.columns.count > 4 && !table.columns[$0].isNumber }
            func cells(_ texts: [String]) -> [Cell] {
                texts.enumerated().map { index, text in
                    let isNumber = table.columns[index].isNumber
                    return Cell(
                        text: text, isNumber: isNumber, isWrapped: index == 0 || !isNumber && text.count > 20, isExtra: extra[index])
                }
            }
            hasTable = !table.columns.isEmpty
            columns = cells(table.columns.map(\.heading))
            rows = table.rows(upTo: rowLimit).map { Row(cells: cells($0)) }
            omission = table.omission(beyond: rowLimit, in: section.chart.locale)
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
