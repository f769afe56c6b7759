import Purchases

/// The orders of one shopper, from the first day to the last, made one at a time.
///
///     var orders = OrderHistory(ofShopper: 0, in: shop)
///     while let order = orders.next() { … }
struct OrderHistory: IteratorProtocol {
    private let shop: Shop
    private var random: RandomStream
    private(set) var shopper: Shopper
    private var day: CalendarDate
    /// The day on which the shopper's habits change, if they ever do.
    private(set) var habitChange: CalendarDate?
    private var currentMonth: Month
    /// How much is bought on a whim this month, in percent.
    private var mood = 100
    /// What will be given back in a later order.
    private var returns: [Order.Line] = []

    init(ofShopper index: Int, in shop: Shop) {
        self.shop = shop
        random = RandomStream(seed: shop.seed, for: .shopper(index))
        shopper = Shopper(startingOn: shop.firstDay.dayNumber, catalog: shop.catalog, using: &random)
        day = shop.firstDay
        currentMonth = day.month.adding(months: -1)
        if random.chance(15) {
            let days = shop.lastDay.days(since: shop.firstDay)
            habitChange = shop.firstDay.adding(days: days * random.number(in: 40...60) / 100)
        }
        day = nextDay(after: day.adding(days: -random.number(in: 1...7)))
        if day < shop.firstDay { day = day.adding(days: 7) }
    }

    mutating func next() -> Order? {
        guard day <= shop.lastDay else { return nil }
        if day.month != currentMonth {
            currentMonth = day.month
            mood = random.number(in: 70...130)
        }
        if let change = habitChange, day >= change {
            shopper.changeHabits(on: day.dayNumber, catalog: shop.catalog, using: &random)
            habitChange = nil
        }
        let nextDay = nextDay(after: day)
        var order = Order(date: day, lines: [])
        order.lines.reserveCapacity(32)
        buyStaples(for: &order, until: nextDay)
        buyInSeason(for: &order)
        buyOnWhims(for: &order)
        giveBack(in: &order)
        day = nextDay
        return order
    }

    /// Returns the favourite weekday nearest to when the shopper needs things again.
    private mutating func nextDay(after day: CalendarDate) -> CalendarDate {
        let busyness = Self.busyness[day.month.month - 1]
        // Rounded by chance, so that six orders a month are not taken for seven.
        let days = (3_044 + random.number(below: shopper.ordersPerMonth * busyness)) / (shopper.ordersPerMonth * busyness)
        let wanted = day.adding(days: days + random.number(in: -1...1))
        let weekday = random.chance(65) ? shopper.usualWeekday : shopper.otherWeekday
        // 1970-01-01, day 0, was a Thursday. The sum is positive for every day the log can have.
        let ahead = (weekday - (wanted.dayNumber + 3) % 7 + 7) % 7
        let nearest = wanted.adding(days: ahead > 3 ? ahead - 7 : ahead)
        return nearest > day ? nearest : nearest.adding(days: 7)
    }

    /// How much more or less than usual shoppers shop in each month of the calendar, in percent.
    private static let busyness = [93, 94, 99, 99, 102, 101, 103, 102, 99, 99, 104, 121]

    /// Takes what runs out nearer to this order than to the next.
    private mutating func buyStaples(for order: inout Order, until nextDay: CalendarDate) {
        let today = order.date.dayNumber
        let daysToNext = nextDay.dayNumber - today
        for index in shopper.staples.indices {
            let staple = shopper.staples[index]
            guard (staple.dueDay - today) * 2 <= daysToNext else { continue }
            // What runs out several times before the next order is bought several times over.
            let times = max(1, (daysToNext + staple.interval / 2) / staple.interval)
            add(staple.product, quantity: min(staple.quantity * times, 6), to: &order)
            let jitter = max(1, staple.interval / 8)
            shopper.staples[index].dueDay = today + staple.interval + random.number(in: -jitter...jitter)
        }
    }

    private mutating func buyInSeason(for order: inout Order) {
        for favourite in shopper.seasonalFavourites {
            let demand = favourite.season.demand(inMonth: order.date.month.month)
            if random.chance(demand * 60, in: 100 * 100) {
                add(favourite.product, quantity: random.chance(2, in: 5) ? 2 : 1, to: &order)
            }
        }
    }

    private mutating func buyOnWhims(for order: inout Order) {
        let month = order.date.month.month
        // A small household gives in to 8 a month, a large one to 18.
        let perMonth = (6 + 5 * shopper.householdSize / 2) * shopper.budget.whimPercentage * mood * Self.busyness[month - 1]
        let perOrder = perMonth / shopper.ordersPerMonth / 1_000
        // Any number up to twice the mean, counted in thousandths and at least one.
        let count = max(1, (random.number(below: 2 * perOrder + 1) + 500) / 1_000)
        for _ in 0..<count {
            let entry = shop.catalog.whimChoices[month - 1].draw(using: &random)
            guard shopper.likes(shop.catalog.entries[entry].category, using: &random) else { continue }
            let product = shopper.product(of: entry, catalog: shop.catalog, using: &random).product
            add(product, quantity: random.chance(1, in: 3) ? 2 : 1, to: &order)
        }
    }

    private mutating func add(_ product: Int, quantity: Int, to order: inout Order) {
        guard !order.contains(product: product) else { return }
        order.lines.append(Order.Line(product: product, quantity: quantity, price: shop.prices.price(ofProduct: product, on: order.date)))
    }

    /// Gives back what was wrong with earlier orders, at the price that was paid, and marks what is wrong with this one.
    ///
    /// An order whose total a refund would turn negative waits with it.
    private mutating func giveBack(in order: inout Order) {
        let bought = order.lines
        var total = order.total
        returns.removeAll { line in
            guard total + line.total > .zero, !order.contains(product: line.product) else { return false }
            total += line.total
            order.lines.append(line)
            return true
        }
        for line in bought where random.chance(1, in: 190) {
            returns.append(Order.Line(product: line.product, quantity: -random.number(in: 1...line.quantity), price: line.price))
        }
    }
}
