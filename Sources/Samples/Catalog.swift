/// Everything the shop sells, and how likely each thing is to be bought.
struct Catalog {
    /// A product line on its shelf.
    struct Entry {
        let category: Category
        let line: ProductLine
        /// The position of its first product: the smallest size under the cheapest label.
        let firstProduct: Int

        func product(label: Int, size: Int) -> Int { firstProduct + label * line.sizes.count + size }
    }

    static let standard = Catalog()

    let entries: [Entry]
    let products: [Product]
    /// The entries a shopper can run out of, with the days the smallest size lasts.
    let staples: [(entry: Int, days: Int)]
    /// How likely each of `staples` is to become somebody's staple.
    let stapleChoice: WeightedChoice
    /// The entries of each season but `allYear`, by its raw value.
    let seasonal: [[Int]]
    /// How likely each entry is to be bought on a whim, by the month of the calendar (from 0).
    let whimChoices: [WeightedChoice]

    private init() {
        var entries: [Entry] = []
        var products: [Product] = []
        for category in Category.allCases {
            for line in Self.lines(of: category) {
                entries.append(Entry(category: category, line: line, firstProduct: products.count))
                for label in line.labels {
                    for size in line.sizes {
                        let product = Product(number: products.count + 1, line: line, size: size, label: label, category: category)
                        products.append(product)
                    }
                }
            }
        }
        self.entries = entries
        self.products = products
        staples = entries.indices.compactMap { index in entries[index].line.daysBetween.map { (index, $0) } }
        stapleChoice = WeightedChoice(staples.map { entries[$0.entry].line.weight })
        seasonal = Season.allCases.map { season in
            season == .allYear ? [] : entries.indices.filter { entries[$0].line.season == season }
        }
        whimChoices = (1...12).map { month in
            WeightedChoice(entries.map { $0.line.weight * $0.line.season.demand(inMonth: month) })
        }
    }

    private static func lines(of category: Category) -> [ProductLine] {
        switch category {
        case .produce: produce
        case .dairy: dairy
        case .bakery: bakery
        case .meat: meat
        case .frozen: frozen
        case .pantry: pantry
        case .cannedGoods: cannedGoods
        case .snacks: snacks
        case .beverages: beverages
        case .household: household
        case .personalCare: personalCare
        }
    }
}
