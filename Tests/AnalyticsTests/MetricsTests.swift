import Analytics
import Purchases
import Testing

@Suite struct MetricsTests {
    @Test func `nothing bought has no averages`() {
        let metrics = Metrics(of: [])
        #expect(metrics.totalSpending == .zero)
        #expect(metrics.averageOrderValue == nil && metrics.meanDaysBetweenOrders == nil && metrics.topCategory == nil)
        #expect(metrics.ordersPerMonth == 0)
    }

    @Test func `the rhythm is counted from the first order to the last`() {
        let metrics = Metrics(of: [
            .sample(on: "2024-01-01", quantity: 2), .sample("Ham", "Meat", on: "2024-01-11", price: 9_00), .sample(on: "2024-03-01"),
        ])
        #expect(metrics.orderCount == 3)
        #expect(metrics.ordersPerMonth == 1)
        #expect(metrics.meanDaysBetweenOrders == 30)
        #expect(metrics.averageOrderValue == Money(hundredths: 4_00))
        #expect(metrics.productDiversity == 2)
        #expect(metrics.units == 4)
        #expect(metrics.lineCount == 3)
        #expect(metrics.topCategory == "Meat")
    }

    @Test func `one order has no rhythm`() {
        #expect(Metrics(of: [.sample()]).meanDaysBetweenOrders == nil)
    }
}
