public import Purchases

/// The numbers of a shopper's largest categories, by which colors are chosen: a category keeps its color on every chart, whatever a filter
/// hides.
///
/// They are numbered by what was spent on them, the most first. As months go by, a category comes before another only when a tenth more
/// was spent on it, so that two that are nearly equal do not change their colors each month. All beyond the eighth have none.
public struct CategoryOrder: Hashable, Sendable {
    /// How many categories have a number.
    public static let count = 8

    private let places: [String: Int]

    /// - Parameter history: all of the shopper's purchases, in any order.
    public init(of history: [Purchase]) {
        var months: [Month: [String: Money]] = [:]
        for purchase in history { months[purchase.date.month, default: [:]][purchase.category, default: .zero] += purchase.totalPrice }
        var sums: [String: Money] = [:]
        var order: [String] = []
        for (_, month) in months.sorted(by: { $0.key < $1.key }) {
            for (category, sum) in month { sums[category, default: .zero] += sum }
            func sum(_ category: String) -> Money { sums[category] ?? .zero }
            func leads(_ one: String, _ other: String) -> Bool {
                (sum(one) - sum(other)).thousandths > Int64(clamping: sum(other).thousandths.magnitude / 10)
            }
            let numbered = Set(order)
            for category in month.keys.filter({ !numbered.contains($0) }).sorted(by: { (sum($1), $0) < (sum($0), $1) }) {
                if order.count < Self.count {
                    order.append(category)
                } else if let last = order.last, leads(category, last) {
                    order[order.count - 1] = category
                } else {
                    break
                }
                var place = order.count - 1
                while place > 0, leads(order[place], order[place - 1]) {
                    order.swapAt(place, place - 1)
                    place -= 1
                }
            }
            // What was bought again moves up, one place after another.
            for end in order.indices.dropFirst() {
                for place in stride(from: end, to: 0, by: -1) where leads(order[place], order[place - 1]) {
                    order.swapAt(place, place - 1)
                }
            }
        }
        places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    }

    /// Returns the number of `category`, 0…7; nil for one of those beyond the largest.
    public func place(of category: String) -> Int? { places[category] }
}
