public import Charts
public import Purchases

extension Document.Section {
    /// One question answered, as a part of a document: its chart, and the columns of its table that a page has room for.
    ///
    /// - Parameters:
    ///   - history: all purchases of the subject's user, in order of date.
    ///   - everyone: what all shoppers bought, for a question that needs it.
    public init(
        _ question: Question, on subject: Subject, from history: [Purchase], among everyone: ShopStatistics = .none,
        _ presentation: Presentation
    ) {
        let report = question.report(on: subject, from: history, among: everyone)
        let table = report.table(presentation).main(for: presentation).fittingPage(others: presentation.locale.others)
        // Of a distribution the sentence says what matters, and the picture shows the rest.
        let hasTable = question.insight != .amountDistribution
        self.init(
            question.insight.name, chart: report.chart(presentation),
            table: hasTable ? TextTable(table, presentation) : TextTable(columns: [], rows: []))
    }
}

extension Table {
    /// Columns of categories beside that of months.
    private static let categoryLimit = 6

    /// Returns the table with the amounts of all but the first categories added up; indices, which have no sum, are left out.
    fileprivate func fittingPage(others: String) -> Table {
        let rest = columns.dropFirst(Self.categoryLimit + 1)
        guard !rest.isEmpty, Set(columns.dropFirst().map(\.kind)).count == 1 else { return self }
        switch rest.first?.kind {
        case .money: return addingUp(columnsAfter: Self.categoryLimit + 1, as: others)
        case .index: return keeping(Array(columns.indices.prefix(Self.categoryLimit + 1)))
        default: return self
        }
    }
}

extension Locale {
    fileprivate var others: String { phrase("Others", de: "Übrige", fr: "Autres", es: "Otras") }
}
