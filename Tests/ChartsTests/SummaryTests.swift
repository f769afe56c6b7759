import Charts
import Drawing
import GalleryCharts
import Testing

@Suite struct SummaryTests {
    private let chart = Chart(
        "Spending by category", y: Axis("spent", format: .currency(.usDollar)),
        marks: [
            .donut(
                [("Dairy", 812.4), ("Meat", 1200), ("Bakery", 20.05)], name: \.0, value: \.1, color: { _ in .accent }
            )
        ]
    )

    @Test func `the message names the sum, the highest and the lowest`() {
        #expect(chart.message == "Spending by category: $2,032.45 in all; highest Meat $1,200.00, lowest Bakery $20.05.")
    }

    @Test(arguments: [3.0, 30])
    func `a month that is not over is not the lowest, though it may be the highest`(last: Double) {
        let months = [10.0, 20, 15, last].enumerated().map { ($0.offset + 1, $0.element) }
        let bars = Mark.bar(months, position: { .month(year: 2024, month: $0.0) }, value: \.1, unfinished: 3)
        let message = Chart("Spending", marks: [bars]).message
        #expect(message.hasSuffix("highest \(last > 20 ? "Apr 2024 30" : "Feb 2024 20"), lowest Jan 2024 10."), "\(message)")
    }

    @Test func `the figures follow in order, a line each`() {
        #expect(chart.summary == chart.message + "\nDairy: $812.40\nMeat: $1,200.00\nBakery: $20.05")
    }

    @Test(arguments: GalleryChart.all)
    func `every message is one line of under 150 characters`(chart: GalleryChart) {
        #expect(!chart.chart.message.isEmpty)
        #expect(chart.chart.message.count < 150, "\(chart.chart.message)")
        #expect(!chart.chart.message.contains("\n"))
    }

    @Test func `a chart without rows says so`() {
        let empty = Chart("Spending", marks: [], emptyMessage: "No purchases yet")
        #expect(empty.summary == "Spending: no purchases yet.")
    }

    @Test(arguments: ["en", "de", "fr", "es"])
    func `without a title a message is a sentence of its own`(language: String) throws {
        for var chart in GalleryChart.all.map(\.chart) {
            chart.title = ""
            chart.locale = try #require(Locale(identifier: language))
            let first = try #require(chart.message.first)
            #expect(!":\u{A0}; ".contains(first) && !first.isLowercase, "\(chart.message)")
        }
    }

    @Test func `a headline stands in place of the sum`() {
        var chart = chart
        chart.headline = "Meat leads."
        #expect(chart.message == "Spending by category: Meat leads.")
    }
}
