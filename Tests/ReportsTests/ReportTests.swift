import Analytics
import Charts
import Foundation
import Purchases
import Reports
import Testing

@Suite struct ReportTests {
    private static let user = UserID(rawValue: "U1")

    private static func line(_ item: String, _ category: String, _ date: String, _ quantity: Int, _ price: Int64) -> Purchase {
        Purchase(
            user: user, order: OrderID(rawValue: date), date: CalendarDate(date) ?? CalendarDate(dayNumber: 0), itemName: item,
            category: category, quantity: Quantity(quantity), basePrice: UnitPrice(hundredths: price),
            totalPrice: Money(hundredths: price) * quantity
        )
    }

    private static let history = [
        line("Milk", "Dairy", "2024-01-05", 2, 2_48), line("Ham", "Meat", "2024-01-05", 1, 9_00),
        line("Milk", "Dairy", "2024-02-09", 1, 2_48),
        line("=SUM(A1)", "Pantry", "2024-03-09", 3, 1_10), line("Milk", "Dairy", "2024-04-09", -1, 2_48),
    ]

    private func object(_ question: Question, _ filter: PurchaseFilter = .none, _ history: [Purchase] = history) throws -> [String: Any] {
        let report = question.report(on: Subject(user: Self.user, filter: filter), from: history)
        return try #require(try JSONSerialization.jsonObject(with: Data(report.json.bytes)) as? [String: Any])
    }

    @Test(arguments: Question.samples)
    func `every report says whose it is and what was filtered`(question: Question) throws {
        let filter = PurchaseFilter(month: .everyYear(1), from: CalendarDate("2024-01-01"), categories: ["Meat", "Dairy"])
        let object = try object(question, filter)
        #expect(object["user_id"] as? String == "U1")
        // What is bought next is asked of a history, with criteria that say which part of it; alerts and the pantry say neither.
        if question == .alerts(days: 14) || question == .pantry { return }
        let filters = try #require((object["criteria"] as? [String: Any] ?? object)["filters"] as? [String: Any])
        #expect(filters["month"] as? String == "1")
        #expect(filters["from"] as? String == "2024-01-01")
        #expect(filters["category"] as? [String] == ["Dairy", "Meat"])
        #expect(Set(filters.keys) == ["month", "from", "category"])
    }

    @Test(arguments: Question.samples)
    func `rows of a table have as many cells as there are columns`(question: Question) {
        let table = question.report(on: Subject(user: Self.user), from: Self.history).table
        let isKnown = !question.needsStatistics && question != .spendingChanges(against: .year, by: .effect, limit: 10)
        #expect(!isKnown || !table.rows.isEmpty)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test(arguments: Question.samples)
    func `no purchase in the filter is a report and a chart that says so`(question: Question) throws {
        let report = question.report(on: Subject(user: Self.user, filter: PurchaseFilter(categories: ["Toys"])), from: Self.history)
        #expect(!report.json.bytes.isEmpty)
        // A category chooses among what is suggested from all purchases.
        let message = question.needsStatistics ? "nothing to suggest" : "no purchases in this selection"
        #expect(report.chart(Presentation()).message.contains(message))
    }

    @Test(arguments: [Question.monthlyTrends(.stacked), .monthlyTrends(.area)])
    func `the sum of rounded parts is told as the table tells it`(question: Question) throws {
        // 134 + 124 + 144 are 402, which is 400; their roundings are 390.
        let history = zip(["Dairy", "Meat", "Pantry"], [134_00, 124_00, 144_00] as [Int64]).map { Self.line($0, $0, "2024-01-05", 1, $1) }
        let subject = Subject(user: Self.user)
        let presentation = Presentation(disclosure: .rounded)
        let report = question.report(on: subject, from: history)
        #expect(report.table(presentation).rows[0][1] == .money(Money(hundredths: 400_00)))
        let chart = report.chart(presentation)
        #expect(chart.figures == ["Jan 2024: $400 (Pantry $140, Dairy $130, Meat $120)"])
        #expect(chart.message.contains("$400"))
    }

    @Test(arguments: [Question.spendingSummary(.donut), .seasonalPatterns(.heatmap)])
    func `what was free was bought all the same`(question: Question) {
        let free = [Self.line("Sample", "Gifts", "2024-01-05", 1, 0), Self.line("Sample", "Gifts", "2024-02-05", 1, 0)]
        let chart = question.report(on: Subject(user: Self.user), from: free).chart(Presentation())
        #expect(chart.emptyMessage == "Nothing spent")
        let refunds = question.report(on: Subject(user: Self.user), from: [Self.line("Sample", "Gifts", "2024-01-05", -1, 5)])
        #expect(!refunds.chart(Presentation()).message.contains("no purchases"))
    }

    @Test(arguments: Question.samples)
    func `a title stands in place of the chart's own`(question: Question) {
        let report = question.report(on: Subject(user: Self.user), from: Self.history)
        #expect(report.chart(Presentation(title: "Ours")).title == "Ours")
    }

    @Test(arguments: Question.samples)
    func `what came after the day that counts as today is not known`(question: Question) throws {
        let (asOf, today) = (CalendarDate("2024-02-09"), Subject(user: Self.user, today: CalendarDate("2024-02-09")))
        let known = Self.history.prefix(3)
        let report = question.report(on: Subject(user: Self.user, asOf: asOf), from: Self.history)
        #expect(report.table == question.report(on: today, from: Array(known)).table)
        if question.insight == .alerts { return }
        #expect(String(decoding: report.json.bytes, as: UTF8.self).contains("\"as_of\":\"2024-02-09\""))
    }

    @Test func `the spending summary nets refunds and counts as the contract says`() throws {
        let object = try object(.spendingSummary(.donut))
        #expect(object["total_spent"] as? Double == 17.26)
        let rows = try #require(object["spending_summary"] as? [[String: Any]])
        #expect(rows.map { $0["category"] as? String } == ["Meat", "Dairy", "Pantry"])
        #expect(Set(rows[1].keys) == ["category", "total_spent", "num_orders", "num_items", "units", "share"])
        #expect(rows[1]["num_orders"] as? Int == 3)
        #expect(rows[1]["num_items"] as? Int == 3)
        #expect(rows[1]["units"] as? Int == 2)
    }

    @Test func `metrics have every key of the contract`() throws {
        let object = try object(.metrics)
        #expect(
            Set(object.keys) == [
                "user_id", "filters", "total_spending", "purchase_frequency", "average_order_value", "product_diversity", "units", "items",
                "top_category", "category_distribution", "changes",
            ]
        )
        let frequency = try #require(object["purchase_frequency"] as? [String: Any])
        #expect(Set(frequency.keys) == ["orders", "orders_per_month", "mean_days_between_orders"])
    }

    @Test func `category trends have a value for each month and category`() throws {
        let object = try object(.categoryTrends)
        #expect(object["months"] as? [String] == ["2024-01", "2024-02", "2024-03", "2024-04"])
        let series = try #require(object["series"] as? [[String: Any]])
        #expect(series.map { $0["category"] as? String } == ["Meat", "Dairy", "Pantry"])
        #expect(series[1]["values"] as? [Double] == [4.96, 2.48, 0, -2.48])
        #expect(series[1]["total"] as? Double == 4.96)
    }

    @Test func `an area turns to bars when refunds exceed purchases in a month`() {
        let chart = Question.monthlyTrends(.area).report(on: Subject(user: Self.user), from: Self.history).chart(Presentation())
        guard case .stack = chart.marks.first else {
            Issue.record("\(chart.marks)")
            return
        }
        #expect(chart.footnote.contains("refunds"))
    }

    @Test func `the parts of a month come to its sum, small categories together`() throws {
        let history = (0..<12).map { Self.line("Item \($0)", "Category \($0)", "2024-01-05", 1, Int64($0 + 1) * 100) }
        let chart = Question.monthlyTrends(.stacked).report(on: Subject(user: Self.user), from: history).chart(Presentation())
        guard case .stack(let stack) = chart.marks.first else {
            Issue.record("\(chart.marks)")
            return
        }
        #expect(stack.series.count == 8)
        #expect(stack.series.last?.name == "Other (5)")
        #expect(stack.series.compactMap { $0.values[0] }.reduce(0, +) == 78)
    }

    @Test func `a ring turns to bars when refunds exceed purchases in a category`() {
        let history = Self.history + [Self.line("Ham", "Meat", "2024-05-01", -2, 9_00)]
        let chart = Question.spendingSummary(.donut).report(on: Subject(user: Self.user), from: history).chart(Presentation())
        guard case .bar = chart.marks.first else {
            Issue.record("\(chart.marks)")
            return
        }
        #expect(chart.footnote.contains("refunds"))
    }

    @Test func `a category keeps its color whatever is filtered`() throws {
        func colors(_ filter: PurchaseFilter) -> [String: MarkColor] {
            let chart = Question.spendingSummary(.bar).report(on: Subject(user: Self.user, filter: filter), from: Self.history).chart(
                Presentation())
            guard case .bar(let bar) = chart.marks.first else { return [:] }
            return Dictionary(uniqueKeysWithValues: bar.rows.map { ($0.position.text(in: .americanEnglish), $0.color) })
        }
        let all = colors(.none)
        #expect(Set(all.values).count == 3)
        for category in all.keys { #expect(colors(PurchaseFilter(categories: [category])) == [category: all[category]]) }
    }

    @Test func `a category has one color in all charts, or is grey where there are too many`() throws {
        // Ten categories, which are largest in another order than they came, and one of them gone again.
        let history = (0..<10).flatMap { place in
            (1...3).map { Self.line("Item \(place)", "Category \(place)", "2024-0\($0)-1\(place)", 1, Int64(100 + place * 37 % 11 * 50)) }
        }
        var colors: [String: Set<MarkColor>] = [:]
        let filters = [
            PurchaseFilter.none, PurchaseFilter(month: .everyYear(2)), PurchaseFilter(categories: ["Category 3", "Category 8"]),
        ]
        let questions: [Question] = [
            .spendingSummary(.donut), .spendingSummary(.bar), .monthlyTrends(.stacked), .monthlyTrends(.area), .categoryTrends,
        ]
        for (filter, question) in filters.flatMap({ filter in questions.map { (filter, $0) } }) {
            let chart = question.report(on: Subject(user: Self.user, filter: filter), from: history).chart(Presentation())
            for (name, color) in chart.marks.flatMap(\.namedColors) where color != .neutral { colors[name, default: []].insert(color) }
        }
        #expect(colors.count == 8)
        #expect(colors.values.allSatisfy { $0.count == 1 } && Set(colors.values).count == 8)
    }

    @Test(arguments: [
        (PurchaseFilter.none, "Jan 2024 – Apr 2024"),
        (PurchaseFilter(month: Month("2024-03").map { .only($0) }), "Mar 2024"),
        (PurchaseFilter(month: .everyYear(3)), "every March, Jan 2024 – Apr 2024"),
        (PurchaseFilter(from: CalendarDate("2024-01-01"), to: CalendarDate("2024-02-29")), "Jan 2024 – Feb 2024"),
        (PurchaseFilter(from: CalendarDate("2024-01-02"), to: CalendarDate("2024-02-29")), "Jan 2, 2024 – Feb 29, 2024"),
    ])
    func `the subtitle names the period`(filter: PurchaseFilter, period: String) {
        let chart = Question.metrics.report(on: Subject(user: Self.user, filter: filter), from: Self.history).chart(Presentation())
        #expect(chart.subtitle == "U1 · \(period)")
    }
}

extension Mark {
    /// The colors of what has a name.
    fileprivate var namedColors: [(name: String, color: MarkColor)] {
        switch self {
        case .bar(let bar): bar.rows.map { ($0.position.text(in: .americanEnglish), $0.color) }
        case .arc(let arc): arc.rows.map { ($0.name, $0.color) }
        case .stack(let stack): stack.series.map { ($0.name, $0.color) }
        case .area(let area): area.series.map { ($0.name, $0.color) }
        case .line(let line): line.series.map { ($0.name, $0.color) }
        default: []
        }
    }
}
