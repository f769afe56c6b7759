import Purchases

/// What is sold under one name, in one or several sizes and under one or several labels.
///
///     ProductLine("Whole Milk", ["0.5 gal": 2_28, "1 gal": 3_78], [.house, .farmSelect], weight: 30, every: 7)
struct ProductLine {
    struct Size {
        var text: String
        /// Under the house label, when the log begins.
        var price: Money
    }

    var name: String
    /// From small to large.
    var sizes: [Size]
    /// From cheap to dear.
    var labels: [Label]
    /// How often it is bought, against the others.
    var weight: Int
    /// The days the smallest size lasts a household of middling size; nil for what nobody runs out of.
    var daysBetween: Int?
    var season: Season

    /// - Parameter sizes: Prices in hundredths by size.
    init(
        _ name: String, _ sizes: KeyValuePairs<String, Int>, _ labels: [Label] = [.house], weight: Int = 10, every daysBetween: Int? = nil,
        season: Season = .allYear
    ) {
        self.name = name
        self.sizes = sizes.map { Size(text: $0.key, price: Money(hundredths: Int64($0.value))) }
        self.labels = labels
        self.weight = weight
        self.daysBetween = daysBetween
        self.season = season
    }
}
