import Histories
import Storage

/// What one shopper bought in a part of a log, while it waits to be merged with the rest.
///
/// Its articles have the numbers that the whole log has for them. Where the log has so many that they are not all numbered, further ones
/// stand in the part itself, with the numbers after those.
struct LogPart: Sendable {
    struct Line: Sendable {
        var article: Int32
        var day: Int32
        var quantity: Int64
        var price: Int64
        var total: Int64
    }

    struct Order: Sendable {
        var id: ExactText
        var lines: Range<Int>
    }

    var user: ExactText
    /// In order of their ids.
    var orders: [Order] = []
    var lines: [Line] = []
    /// Those without a number in the log.
    var ownArticles: [History.Article] = []
}

/// Makes a shopper's history of the parts of a log that are about them.
struct PartJoiner {
    private let articles: [History.Article]
    /// Of each article the number that the history has for it, where it was numbered for that history.
    private var numbers: [(history: Int, number: Int)]
    private var history = 0

    /// - Parameter articles: those that have a number in the log.
    init(_ articles: [History.Article]) {
        self.articles = articles
        numbers = [(Int, Int)](repeating: (0, 0), count: articles.count)
    }

    /// - Parameter parts: in the order in which their lines came.
    mutating func history(of parts: [LogPart]) -> History {
        history += 1
        var joined = History(decimals: .ofPurchases)
        joined.lines.reserveCapacity(parts.reduce(0) { $0 + $1.lines.count })
        /// By text, those that have no number in the log.
        var others: [History.Article: Int] = [:]
        for (part, order) in Self.orders(of: parts) {
            let start = joined.lines.count
            for line in parts[part].lines[order.lines] {
                let number: Int
                if Int(line.article) < articles.count {
                    if numbers[Int(line.article)].history != history {
                        numbers[Int(line.article)] = (history, joined.articles.count)
                        joined.articles.append(articles[Int(line.article)])
                    }
                    number = numbers[Int(line.article)].number
                } else {
                    let article = parts[part].ownArticles[Int(line.article) - articles.count]
                    number = others[article] ?? joined.articles.count
                    if number == joined.articles.count {
                        others[article] = number
                        joined.articles.append(article)
                    }
                }
                joined.lines.append(
                    History.Line(article: number, day: Int(line.day), quantity: line.quantity, price: line.price, total: line.total))
            }
            if let last = joined.orders.last, ExactText(last.id) == order.id {
                joined.orders[joined.orders.count - 1].lines = last.lines.lowerBound..<joined.lines.count
            } else {
                joined.orders.append(History.Order(id: order.id.value, lines: start..<joined.lines.count))
            }
        }
        return joined
    }

    /// Returns the orders of all parts by their ids, those of one id in the order of the parts.
    private static func orders(of parts: [LogPart]) -> [(part: Int, order: LogPart.Order)] {
        let orders = parts.enumerated().flatMap { place, part in part.orders.map { (part: place, order: $0) } }
        return parts.count == 1 ? orders : orders.sorted { ($0.order.id, $0.part) < ($1.order.id, $1.part) }
    }
}
