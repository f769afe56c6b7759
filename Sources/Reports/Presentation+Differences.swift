import Charts
import Purchases

extension Presentation {
    /// Returns a difference with its sign, as in `+$12.40`.
    func difference(_ money: Money) -> String { signed(NumberFormat.currency(currency).text(money.amount, in: locale), money > .zero) }

    /// Returns a share with its sign, as in `+12%`.
    func difference(share: Double) -> String { signed(NumberFormat.percent.text(share, in: locale), share > 0) }

    /// Returns a difference and what part of the earlier sum it is, where that is known: `+$12.40 (+12%)`.
    ///
    /// Where amounts are not told as such, that part alone.
    func difference(_ money: Money, share: Double?) -> String {
        guard tellsAmounts else { return share.map { difference(share: $0) } ?? difference(money) }
        return difference(money) + (share.map { " (\(difference(share: $0)))" } ?? "")
    }

    private func signed(_ text: String, _ isPositive: Bool) -> String { "\(isPositive ? "+" : "")\(text)".isolated }
}
