extension StatisticsTally {
    /// Calls `body` with everything that is not zero, in no particular order.
    public func forEachCounter(_ body: (StatisticsCounter, Int64) throws -> Void) rethrows {
        func report(_ count: Int, _ counter: @autoclosure () -> StatisticsCounter) throws {
            if count != 0 { try body(counter(), Int64(count)) }
        }
        try report(shoppers, StatisticsCounter(.shoppers))
        try report(orders, StatisticsCounter(.orders))
        for (day, count) in days { try report(count, StatisticsCounter(.day, number: day)) }
        for item in items {
            let name = item.name
            try report(item.buyers, StatisticsCounter(.buyers, name: name))
            try report(item.purchases, StatisticsCounter(.purchases, name: name))
            try report(item.followed, StatisticsCounter(.followed, name: name))
            try report(item.repeated, StatisticsCounter(.repeated, name: name))
            try report(item.intervals, StatisticsCounter(.intervals, name: name))
            try report(Int(item.logIntervals), StatisticsCounter(.logIntervals, name: name))
            for (month, count) in item.months.enumerated() { try report(count, StatisticsCounter(.month, number: month + 1, name: name)) }
            for (week, count) in item.weeks { try report(count, StatisticsCounter(.week, number: week, name: name)) }
            for (price, count) in item.prices { try report(count, StatisticsCounter(.price, number: price, name: name)) }
            for (category, count) in item.categories {
                try report(count, StatisticsCounter(.itemCategory, name: name, other: categories[category].name))
            }
            for (product, count) in item.products { try report(count, StatisticsCounter(.itemProduct, name: name, other: product)) }
        }
        for category in categories {
            try report(category.buyers, StatisticsCounter(.categoryBuyers, name: category.name))
            for (week, count) in category.entries {
                try report(count, StatisticsCounter(.categoryEntry, number: week, name: category.name))
            }
            for (other, count) in category.pairs {
                try report(count, StatisticsCounter(.categoryPair, name: category.name, other: categories[other].name))
            }
        }
    }

    /// Adds a count as `forEachCounter` reported it.
    public mutating func add(_ count: Int64, to counter: StatisticsCounter) {
        let (amount, number) = (Int(count), counter.number)
        switch counter.kind {
        case .shoppers: shoppers += amount
        case .orders: orders += amount
        case .day: days[number, default: 0] += amount
        case .buyers: updateItem(counter.name) { $0.buyers += amount }
        case .purchases: updateItem(counter.name) { $0.purchases += amount }
        case .followed: updateItem(counter.name) { $0.followed += amount }
        case .repeated: updateItem(counter.name) { $0.repeated += amount }
        case .intervals: updateItem(counter.name) { $0.intervals += amount }
        case .logIntervals: updateItem(counter.name) { $0.logIntervals &+= count }
        case .month where (1...12).contains(number): updateItem(counter.name) { $0.months[number - 1] += amount }
        case .month: break
        case .week: updateItem(counter.name) { $0.weeks[number, default: 0] += amount }
        case .price: updateItem(counter.name) { $0.prices[number, default: 0] += amount }
        case .itemCategory:
            let category = categoryNumber(counter.other)
            updateItem(counter.name) { $0.categories[category, default: 0] += amount }
        case .itemProduct: updateItem(counter.name) { $0.products[counter.other, default: 0] += amount }
        case .categoryBuyers: updateCategory(counter.name) { $0.buyers += amount }
        case .categoryEntry: updateCategory(counter.name) { $0.entries[number, default: 0] += amount }
        case .categoryPair:
            let other = categoryNumber(counter.other)
            updateCategory(counter.name) { $0.pairs[other, default: 0] += amount }
        }
    }
}
