import Charts
import Purchases

/// What a level of disclosure leaves of numbers: the one place that decides it.
///
/// Every number of an answer comes through here before a member, a cell, a mark or a word is made of it. So no form of the answer can hold
/// more than another.
struct Redaction: Hashable, Sendable {
    let disclosure: Disclosure
    /// What shares are parts of. Until it is known, and where it is not positive, no amount is told as a share.
    var whole: Money?
    /// What differences are fractions of where nothing else is told of amounts; nil for nothing.
    var base: Money?

    /// Whether amounts are amounts of money.
    var keepsMoney: Bool { disclosure == .full || disclosure == .rounded }
    /// Whether anything is said of the user.
    var namesUser: Bool { keepsMoney }
    var isTrend: Bool { disclosure == .trend }
    var isFull: Bool { disclosure == .full }
    /// Whether there is anything to draw of amounts.
    var tellsAmounts: Bool { amount(1) != nil }

    /// What the numbers are that stand in place of amounts; nil where these are amounts.
    var unit: String? {
        switch disclosure {
        case .full, .rounded: nil
        case .share: "share"
        case .trend: "index"
        }
    }

    /// Returns an amount of money, in units of the currency, as it is told: rounded, as a share, or nil for not at all.
    func amount(_ amount: Double) -> Double? {
        switch disclosure {
        case .full: amount
        case .rounded: amount.coarse
        case .share: whole.flatMap { $0 > .zero ? number(amount / $0.amount) : nil }
        case .trend: base.flatMap { $0 > .zero ? ratio(amount / $0.amount) : nil }
        }
    }

    func amount(_ money: Money) -> Double? { amount(money.amount) }

    /// Returns what one of a thing costs, as it is told: it is no part of what was spent.
    func price(_ price: Money) -> Double? { keepsMoney ? amount(price) : nil }

    /// Returns a fraction of amounts, such as an index or a difference in percent, as it is told.
    func ratio(_ ratio: Double) -> Double {
        disclosure == .trend ? ratio.rounded(toDecimals: 2) : number(ratio)
    }

    /// Returns a part of what was spent, as it is told.
    func share(_ share: Double) -> Double? { isTrend ? nil : number(share) }

    /// Returns any other number that is no count.
    func number(_ number: Double) -> Double {
        switch disclosure {
        case .full: number
        case .rounded: number.isFinite && number.magnitude < 10 ? number.rounded(toDecimals: 2) : number.coarse
        case .share, .trend: number.rounded(toDecimals: 3)
        }
    }

    /// Returns a cell as it is told.
    func callAsFunction(_ cell: Table.Cell, _ kind: ValueKind) -> Table.Cell {
        if isFull { return cell }
        return switch cell {
        case .money(let money):
            switch kind == .price ? price(money) : amount(money) {
            case nil: .empty
            case let amount? where keepsMoney: .money(Money(hundredths: Int64(amount) * 100))
            case let share?: .share(share)
            }
        case .number(let number): .number(kind == .index || kind == .change ? ratio(number) : self.number(number))
        case .share(let share) where kind == .share: .optional(self.share(share), Table.Cell.share)
        case .share(let share): .share(ratio(share))
        case .price(let price): .optional(keepsMoney ? amount(price.amount) : nil) { .money(Money(hundredths: Int64($0) * 100)) }
        case .text, .integer, .quantity, .date, .empty: cell
        }
    }
}

extension Redaction {
    /// What an index of 1 stands for.
    enum IndexBase {
        /// The mean of the values, that of a period which is not over left out.
        case average
        case first
    }

    /// Returns what each value is times the base, to two decimals; nothing but nil where there is no positive base.
    static func indices(of values: [Double?], to base: IndexBase, unfinished: Int? = nil) -> [Double?] {
        let whole = values.enumerated().compactMap { $0.offset == unfinished ? nil : $0.element }
        let known = whole.isEmpty ? values.compactMap { $0 } : whole
        let divisor: Double? =
            switch base {
            case .average: known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
            case .first: known.first
            }
        guard let divisor, divisor > 0 else { return values.map { _ in nil } }
        return values.map { $0.map { ($0 / divisor).rounded(toDecimals: 2) } }
    }

    /// Returns amounts that follow one another as a line without a scale shows them; none where nothing is told of them.
    func course(of amounts: [Double]) -> [Double?] {
        let course = isTrend ? Self.indices(of: amounts, to: .average) : amounts.map { amount($0) }
        return course.contains { $0 != nil } ? course : []
    }

    func course(ofCounts counts: [Int]) -> [Double?] {
        isTrend ? course(of: counts.map(Double.init)) : counts.map(Double.init)
    }
}

extension Redaction {
    /// The parameter that chooses the level, and the member that says it.
    static let name = "disclosure"
    static let levels = Disclosure.allCases.map(\.rawValue)

    var level: String { disclosure.rawValue }
}
