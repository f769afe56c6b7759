import Purchases

/// What all shoppers share: the catalogue, its prices, and the days the log is about.
struct Shop {
    let catalog = Catalog.standard
    let firstDay: CalendarDate
    let lastDay: CalendarDate
    let seed: UInt64
    let prices: PriceList

    init(from firstMonth: Month, months: Int, seed: UInt64) {
        firstDay = firstMonth.firstDay
        lastDay = firstMonth.adding(months: months - 1).lastDay
        self.seed = seed
        prices = PriceList(products: catalog.products, from: firstDay, to: lastDay, seed: seed)
    }
}
