public import Charts
public import Purchases

extension Locale {
    /// Returns a quantity with as many decimals as it has.
    public func text(of quantity: Quantity) -> String {
        NumberFormat.decimal(UnitPrice(millionths: quantity.thousandths % 1_000 * 1_000).decimals).text(quantity.amount, in: self)
    }

    /// Returns what one of a thing costs, with the decimals of the currency, or as many as the price needs.
    public func text(of price: UnitPrice, in currency: Currency) -> String {
        NumberFormat.currency(currency.finer(price.decimals)).text(price.amount, in: self)
    }

    func text(of month: Month) -> String { text(ofMonth: month.month, year: month.year) }

    /// Returns a date in short, as in `Mar 5, 2024`.
    public func text(of date: CalendarDate) -> String { text(ofDay: date.day, month: date.month.month, year: date.year) }

    /// Returns days that follow one another, as in `Jan 2024 – Mar 2024` and `Jan 2, 2024 – Mar 5, 2024`.
    func text(of days: ClosedRange<CalendarDate>) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        return text(from: first, to: last, byMonth: first == first.month.firstDay && last == last.month.lastDay)
    }

    /// Returns the same of days that may end before they begin, as a filter's may.
    ///
    /// - Parameter byMonth: whether to name months alone.
    public func text(from first: CalendarDate, to last: CalendarDate, byMonth: Bool) -> String {
        guard byMonth else {
            return first == last ? text(of: first) : "\(text(of: first)) – \(text(of: last))"
        }
        return first.month == last.month ? text(of: first.month) : "\(text(of: first.month)) – \(text(of: last.month))"
    }
}
