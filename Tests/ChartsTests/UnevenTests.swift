import Charts
import Drawing
import Testing

/// Lists that do not fit together are refused by name, and never stop the program.
@Suite struct UnevenTests {
    private static let positions: [Position] = [.name("a"), .name("b"), .name("c")]

    private static func marks(_ values: [Double?]) -> [Mark] {
        let series = [
            Mark.Series(name: "Whole", values: [1, 2, 3], color: .accent), Mark.Series(name: "Dairy", values: values, color: .neutral),
        ]
        return [
            .stack(.init(positions: positions, series: series)), .stack(.init(positions: positions, series: series, arrangement: .grouped)),
            .line(.init(positions: positions, series: series, unfinished: 2)), .area(.init(positions: positions, series: series)),
            .dots(.init(positions: positions, series: series)), .sparkline(.init(positions: positions, values: values)),
        ]
    }

    @Test(arguments: [[], [1], [1, nil], [1, 2, 3, 4]] as [[Double?]])
    func `a series without a value for each position is an error, and has words all the same`(values: [Double?]) {
        for mark in Self.marks(values) {
            var chart = Chart("Title", marks: [mark])
            for facets in [nil, Facets()] {
                chart.facets = facets
                let name = if case .sparkline = mark { "" } else { "Dairy" }
                let scene = { () throws(ChartError) in
                    try chart.scene(size: Size(width: 600, height: 300), theme: .light, measuring: FixedAdvance())
                }
                #expect(throws: ChartError.unevenCounts(of: name, count: values.count, expected: 3), "\(mark)") { try scene() }
            }
            #expect(!chart.summary.isEmpty)
        }
    }

    @Test func `sums that are not one for each position are an error`() {
        var stack = Mark.Stack(positions: Self.positions, series: [Mark.Series(name: "Dairy", values: [1, 2, 3], color: .accent)])
        stack.totals = [1]
        let chart = Chart("Title", marks: [.stack(stack)])
        let scene = { () throws(ChartError) in
            try chart.scene(size: Size(width: 600, height: 300), theme: .light, measuring: FixedAdvance())
        }
        #expect(throws: ChartError.unevenCounts(of: "totals", count: 1, expected: 3)) { try scene() }
        #expect(chart.figures.count == 3)
    }

    @Test func `a heatmap with more values than cells, or fewer rows than names, is an error`() {
        let heatmaps = [
            Mark.Heatmap(columns: Self.positions, rows: ["Dairy"], values: [[1, 2, 3, 4]]),
            Mark.Heatmap(columns: Self.positions, rows: ["Dairy", "Meat"], values: [[1, 2, 3]]),
        ]
        for heatmap in heatmaps {
            let chart = Chart("Title", marks: [.heatmap(heatmap)])
            let scene = { () throws(ChartError) in
                try chart.scene(size: Size(width: 600, height: 300), theme: .light, measuring: FixedAdvance())
            }
            #expect(throws: ChartError.self) { try scene() }
            #expect(!chart.summary.isEmpty)
        }
    }

    @Test(arguments: [["Dairy"], [], ["Dairy", "$2", "3"]])
    func `a row of a table without a text for each column is an error`(row: [String]) {
        let table = TextTable(
            columns: [.init("Category", isNumber: false), .init("Spent", isNumber: true)], rows: [["Meat", "$3"], row])
        let chart = Chart("Spending", marks: Self.marks([1, 2, 3]).prefix(1).map { $0 })
        let document = Document(
            "Report", subtitle: "Shopper 1", cards: [], remarks: [], sections: [.init("spending", chart: chart, table: table)],
            locale: .americanEnglish)
        let pages = { () throws(ChartError) in try document.pages(on: .a4, theme: .light, measuring: FixedAdvance()) }
        #expect(throws: ChartError.unevenCounts(of: row.first ?? "", count: row.count, expected: 2)) { try pages() }
    }
}
