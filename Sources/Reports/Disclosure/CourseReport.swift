import Charts
import Purchases

/// A report of nothing but a course: indices and differences in percent, gathered one by one, so that nothing else can slip in.
struct CourseReport: Report {
    let json: JSON
    let table: Table
    /// What the course is drawn of; the chart that is made of it has indices in place of amounts.
    private let makeChart: @Sendable (Presentation) -> Chart

    init(json: JSON, table: Table, chart: @escaping @Sendable (Presentation) -> Chart) {
        self.json = json.saying(.trend)
        self.table = table
        makeChart = chart
    }

    func chart(_ presentation: Presentation) -> Chart { makeChart(presentation) }
}

extension JSON {
    static func index(_ value: Double?) -> JSON { .optional(value, JSON.number) }

    /// A fraction to two decimals.
    static func change(_ share: Double?) -> JSON { .optional(share?.rounded(toDecimals: 2), JSON.number) }
}

extension Table.Cell {
    static func index(_ value: Double?) -> Table.Cell { value.map(Table.Cell.number) ?? .empty }

    /// A fraction to two decimals, written in percent.
    static func change(_ share: Double?) -> Table.Cell { share.map { .share($0.rounded(toDecimals: 2)) } ?? .empty }
}

extension Locale {
    var index: String { phrase("index", de: "Index", fr: "indice", es: "índice") }

    /// What an index is of, as a subtitle says it.
    func measure(ofIndexTo base: Chart.IndexBase) -> String {
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
