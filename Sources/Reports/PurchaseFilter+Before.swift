import Purchases

extension PurchaseFilter {
    /// The same filter for the period before, as long as this one: the month before, as many months where these are whole, as many days
    /// otherwise. Nil where the filter has no beginning and end.
    var before: PurchaseFilter? {
        var filter = self
        switch (month, from, to) {
        case (.only(let month), nil, nil):
            filter.month = .only(month.adding(months: -1))
        case (nil, let first?, let last?):
            filter.to = first.adding(days: -1)
            if first == first.month.firstDay, last == last.month.lastDay {
                filter.from = first.month.adding(months: first.month.distance(to: last.month) * -1 - 1).firstDay
            } else {
                filter.from = first.adding(days: -(last.days(since: first) + 1))
            }
        default: return nil
        }
        return filter
    }
}
