/// Somebody who does not exist: a household, its tastes and its habits.
struct Shopper {
    /// From 1 to 5.
    let householdSize: Int
    let budget: Budget
    /// Days of the week, from 0 for Monday.
    let usualWeekday: Int
    let otherWeekday: Int
    /// From 2 to 6.
    var ordersPerMonth: Int
    /// How much it cares for each category, in percent, by the category's raw value.
    var tastes: [Int]
    var staples: [Staple]
    /// Products it buys in their season.
    private(set) var seasonalFavourites: [SeasonalFavourite]

    struct SeasonalFavourite {
        var product: Int
        var season: Season
    }

    init(startingOn firstDay: Int, catalog: Catalog, using random: inout RandomStream) {
        householdSize = Self.householdSizes[random.number(below: Self.householdSizes.count)]
        budget = Budget.allCases[random.number(below: Budget.allCases.count)]
        usualWeekday = Self.weekdays[random.number(below: Self.weekdays.count)]
        otherWeekday = (usualWeekday + random.number(in: 2...5)) % 7
        ordersPerMonth = random.number(in: 3...5) + (random.chance(1, in: 3) ? random.number(in: -1...1) : 0)
        tastes = Self.tastes(using: &random)
        staples = []
        seasonalFavourites = []

        let stapleCount = min(30, random.number(in: 15...23) + householdSize * 3 / 2)
        for _ in 0..<stapleCount {
            staples.append(newStaple(on: firstDay, catalog: catalog, using: &random))
        }

        for season in Season.allCases where season != .allYear {
            for _ in 0..<random.number(in: 1...2) {
                let entries = catalog.seasonal[season.rawValue]
                let entry = entries[random.number(below: entries.count)]
                let product = product(of: entry, catalog: catalog, using: &random).product
                seasonalFavourites.append(SeasonalFavourite(product: product, season: season))
            }
        }
    }

    /// Most shoppers live alone or as two.
    private static let householdSizes = [1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5]
    /// Saturday is the favourite.
    private static let weekdays = [0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6]

    private static func tastes(using random: inout RandomStream) -> [Int] {
        Category.allCases.map { category in
            switch category {
            case .household, .personalCare: random.number(in: 25...50)
            case .frozen, .cannedGoods, .bakery: random.number(in: 40...90)
            default: random.number(in: 45...100)
            }
        }
    }

    /// What the household eats and uses, in percent of one of middling size.
    private var appetite: Int { 65 + 20 * householdSize }

    /// Replaces half of the staples, and changes tastes and how often it shops: a move, a child, a diet.
    mutating func changeHabits(on day: Int, catalog: Catalog, using random: inout RandomStream) {
        tastes = Self.tastes(using: &random)
        ordersPerMonth = ordersPerMonth > 3 ? ordersPerMonth - 1 : ordersPerMonth + 1
        for index in staples.indices where random.chance(1, in: 2) {
            staples[index] = newStaple(on: day, catalog: catalog, using: &random)
        }
    }

    /// Draws a staple of a line that is not among the staples yet, due within its first interval.
    private func newStaple(on day: Int, catalog: Catalog, using random: inout RandomStream) -> Staple {
        var (entry, smallestLasts) = (0, 0)
        repeat {
            (entry, smallestLasts) = catalog.staples[catalog.stapleChoice.draw(using: &random)]
        } while staples.contains { $0.entry == entry } || !likes(catalog.entries[entry].category, using: &random)

        let (product, size) = product(of: entry, catalog: catalog, using: &random)
        let quantity = random.number(in: 1...(householdSize > 2 ? 3 : 2))
        // A larger size lasts half as long again, and so do two of them.
        let days = smallestLasts * (2 + size) * (1 + quantity) / 4
        let interval = min(max(days * random.number(in: 80...120) / appetite, 5), 60)
        return Staple(product: product, entry: entry, interval: interval, quantity: quantity, dueDay: day + random.number(below: interval))
    }

    /// Chooses a product of a line: large households mostly take the large size, savers the cheap label.
    func product(of entry: Int, catalog: Catalog, using random: inout RandomStream) -> (product: Int, size: Int) {
        let sizes = catalog.entries[entry].line.sizes.count
        let labels = catalog.entries[entry].line.labels.count
        var size = random.number(below: sizes)
        if householdSize != 2, random.chance(70) { size = householdSize > 2 ? sizes - 1 : 0 }
        var label = random.number(below: labels)
        if budget != .balanced, random.chance(75) { label = budget == .saving ? 0 : labels - 1 }
        return (catalog.entries[entry].product(label: label, size: size), size)
    }

    /// Asks the shopper's taste: more often yes, the more it cares for the category.
    func likes(_ category: Category, using random: inout RandomStream) -> Bool {
        random.chance(tastes[category.rawValue])
    }
}
