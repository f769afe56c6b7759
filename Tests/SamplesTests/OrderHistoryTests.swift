import Purchases
import Testing

@testable import Samples

struct OrderHistoryTests {
    private let rows = SampleLog.twoYears

    private func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }

    private func orders(ofShopper index: Int, in shop: Shop) -> [Order] {
        var history = OrderHistory(ofShopper: index, in: shop)
        var orders: [Order] = []
        while let order = history.next() { orders.append(order) }
        return orders
    }

    @Test func `rows are ordered by customer, then by date, an order's lines together`() {
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect((row.customer, row.date, row.order) <= (next.customer, next.date, next.order))
            #expect(next.order == row.order || next.order == row.order + 1)
            if next.order == row.order { #expect(row.customer == next.customer && row.date == next.date) }
        }
        #expect(rows.first?.order == 10_000)
    }

    @Test func `all purchases lie in the months asked for`() {
        #expect(rows.allSatisfy { (2023...2024).contains($0.date.year) })
        #expect(Set(rows.map(\.date.month)).count == 24)
    }

    @Test func `shoppers come a few times a month, on two weekdays`() {
        for lines in Dictionary(grouping: rows, by: \.customer).values {
            let dates = Set(lines.map(\.date))
            #expect((30...150).contains(dates.count))
            #expect(Set(dates.map { ($0.dayNumber + 3) % 7 }).count <= 2)
        }
    }

    @Test func `a shopper has a plausible household`() {
        for index in 0..<300 {
            var random = RandomStream(seed: 1, for: .shopper(index))
            let shopper = Shopper(startingOn: 0, catalog: .standard, using: &random)
            #expect((15...30).contains(shopper.staples.count))
            #expect(Set(shopper.staples.map(\.entry)).count == shopper.staples.count)
            #expect(shopper.staples.allSatisfy { (5...60).contains($0.interval) && $0.dueDay >= 0 && $0.quantity > 0 })
            #expect((2...6).contains(shopper.ordersPerMonth))
            #expect(shopper.usualWeekday != shopper.otherWeekday)
        }
    }

    @Test func `the rhythm of a staple can be found in the log`() {
        let shop = Shop(from: SampleLog.defaultStart, months: 24, seed: 6)
        var found = 0
        var all = 0
        for index in 0..<20 {
            let history = OrderHistory(ofShopper: index, in: shop)
            guard history.habitChange == nil else { continue }
            let orders = orders(ofShopper: index, in: shop)
            let gap = 730 / orders.count
            for staple in history.shopper.staples {
                let days = orders.filter { order in order.lines.contains { $0.product == staple.product && $0.quantity > 0 } }
                    .map(\.date.dayNumber)
                let median = median(zip(days, days.dropFirst()).map { $1 - $0 })
                all += 1
                // What is needed more often than the shopper comes is bought each time.
                if abs(median - max(staple.interval, gap)) <= max(gap / 2, staple.interval / 8) + 1 { found += 1 }
            }
        }
        #expect(all > 200)
        #expect(found * 100 >= all * 95, "\(found) of \(all)")
    }

    @Test func `one or two shoppers in ten change their habits midway`() {
        let shop = Shop(from: SampleLog.defaultStart, months: 24, seed: 6)
        let changes = (0..<400).compactMap { OrderHistory(ofShopper: $0, in: shop).habitChange }
        #expect((40...80).contains(changes.count))
        #expect(changes.allSatisfy { $0.year == 2023 && $0.month.month >= 10 || $0.year == 2024 && $0.month.month <= 3 })
    }

    @Test func `what belongs to a season is bought in it`() {
        func share(of words: String, in months: ClosedRange<Int>) -> Double {
            let bought = rows.filter { $0.item.contains(words) }
            return Double(bought.count { months.contains($0.date.month.month) }) / Double(max(bought.count, 1))
        }
        #expect(share(of: "Bratwurst", in: 5...9) > 0.8)
        #expect(share(of: "Lunch Box", in: 7...9) > 0.5)
        #expect(share(of: "Spiral Ham", in: 11...12) > 0.7)
        #expect(share(of: "Watermelon", in: 5...9) > 0.6)
    }

    @Test func `December is dearer than an average month`() {
        let total = rows.reduce(Money.zero) { $0 + $1.total }
        let december = rows.filter { $0.date.month.month == 12 }.reduce(Money.zero) { $0 + $1.total }
        #expect(december * 12 > total)
        #expect((december * 12).hundredths * 100 > total.hundredths * 108)
    }

    @Test func `a few lines in a thousand are refunds of what was bought before, at the price paid`() {
        let refunds = rows.indices.filter { rows[$0].quantity < 0 }
        #expect((2...10).contains(refunds.count * 1_000 / rows.count))
        for index in refunds {
            let refund = rows[index]
            #expect(
                rows[..<index].contains {
                    $0.customer == refund.customer && $0.date < refund.date && $0.product == refund.product && $0.price == refund.price
                        && $0.quantity >= -refund.quantity
                }
            )
        }
    }

    @Test func `no order is empty or comes to nothing`() {
        for order in Dictionary(grouping: rows, by: \.order).values {
            #expect(order.reduce(Money.zero) { $0 + $1.total } > .zero)
            #expect(Set(order.map(\.product)).count == order.count)
        }
    }

    @Test func `a household spends a few hundred a month`() {
        for lines in Dictionary(grouping: rows, by: \.customer).values {
            let monthly = lines.reduce(Money.zero) { $0 + $1.total }.divided(by: 24)
            #expect((150_00...1_200_00).contains(monthly.hundredths))
        }
    }
}
