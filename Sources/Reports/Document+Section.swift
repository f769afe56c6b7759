public import Charts
public import Purchases

extension Document.Section {
    /// One question answered, as a part of a document: its chart, and the columns of its table that a page has room for.
    ///
    /// - Parameters:
    ///   - insight: its name in addresses.
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - everyone: what all shoppers bought, for a question that needs it.
    public init(
        _ insight: String, _ question: Question, on subject: Subject, from history: [Purchase], among everyone: ShopStatistics = .none,
        _ presentation: Presentation
    ) {
        let report = question.report(on: Facts(subject, history), among: everyone, telling: presentation.disclosure)
        var table = report.table(presentation)
        if question == .categoryTrends {
            // Indices have no sum.
            table =
                presentation.disclosure == .trend
                ? table.keeping(first: Self.categoryLimit + 1)
                : table.addingUp(columnsAfter: Self.categoryLimit + 1, as: presentation.locale.others)
        }
        self.init(
            insight, chart: report.chart(presentation),
            table: TextTable(table, columns: question.mainColumns(telling: presentation.disclosure), presentation))
    }

    /// Columns of categories beside that of months.
    private static let categoryLimit = 6
}

extension Locale {
    fileprivate var others: String { phrase("Others", de: "Übrige", fr: "Autres", es: "Otras") }
}
