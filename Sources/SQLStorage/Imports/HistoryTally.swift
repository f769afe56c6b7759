import Histories
import Purchases
import Storage

/// Counts lines of one shopper's history for what is kept beside it.
struct HistoryTally {
    private struct CategoryMonth: Hashable {
        var category: Int
        var month: Int
    }

    private let history: History
    private let user: ExactText
    /// The number of each article's category, and the categories.
    private let categoryNumbers: [Int]
    private let categories: [ExactText]
    private var total = Tally()
    private var months: [CategoryMonth: Tally] = [:]
    /// Lines that follow each other often share a day.
    private var last: (day: Int, month: Int) = (.min, 0)

    init(_ history: History, of user: ExactText) {
        (self.history, self.user) = (history, user)
        var numbers: [ExactText: Int] = [:]
        categoryNumbers = history.articles.map { article in
            let category = ExactText(article.category)
            if let number = numbers[category] { return number }
            numbers[category] = numbers.count
            return numbers.count - 1
        }
        categories = numbers.sorted { $0.value < $1.value }.map(\.key)
    }

    /// That of all lines that were counted.
    var revision: Revision { total.revision }

    /// Counts all lines.
    mutating func addAll() { for order in history.orders { add(history.lines[order.lines], of: order.id) } }

    mutating func add(_ lines: ArraySlice<History.Line>, of order: String, from first: Int = 0) { count(lines, of: order, from: first, 1) }

    mutating func subtract(_ lines: ArraySlice<History.Line>, of order: String, from first: Int = 0) {
        count(lines, of: order, from: first, -1)
    }

    /// - Parameter first: the number of the line of the order from which on they are counted.
    private mutating func count(_ lines: ArraySlice<History.Line>, of order: String, from first: Int, _ sign: Int64) {
        guard first < lines.count else { return }
        let revisions = OrderRevisions(of: order, by: user.value)
        for number in first..<lines.count {
            let line = lines[lines.startIndex + number]
            let article = history.articles[line.article]
            let (quantity, sum) = (history.quantity(of: line), history.total(of: line))
            let revision = revisions.revision(
                line: number, day: line.day, product: article.product, item: article.item, brand: article.brand,
                category: article.category, quantity: quantity, basePrice: history.price(of: line), totalPrice: sum)
            var tally = Tally(revision: revision, lines: 1, units: quantity.thousandths, total: sum.thousandths)
            if sign < 0 { tally = -tally }
            total += tally
            if line.day != last.day { last = (line.day, CalendarDate(dayNumber: line.day).month.index) }
            months[CategoryMonth(category: categoryNumbers[line.article], month: last.month), default: Tally()] += tally
        }
    }

    func write(to change: inout TallyChange) {
        change.add(total, of: user)
        for (key, tally) in months { change.add(tally, to: .init(category: categories[key.category], month: key.month)) }
    }
}

extension StatisticsTally {
    mutating func add(_ history: History) { add(history.statisticsLines, of: history.statisticsArticles) }

    mutating func subtract(_ history: History) { subtract(history.statisticsLines, of: history.statisticsArticles) }
}

extension History {
    fileprivate var statisticsArticles: [StatisticsTally.Article] {
        articles.map { StatisticsTally.Article(item: $0.item, category: $0.category, product: $0.product) }
    }

    fileprivate var statisticsLines: some Sequence<StatisticsTally.ArticleLine> {
        lines.lazy.compactMap { line in
            StatisticsTally.ArticleLine(
                article: line.article, day: line.day, quantity: self.quantity(of: line), total: self.total(of: line))
        }
    }
}
