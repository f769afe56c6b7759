package import Purchases

/// How much of the figures whoever reads a report is told: alike in numbers, tables, words and pictures, and in what files carry.
///
/// What is never told below `full` is a sum or a price to the cent, or a number from which one could be found.
public enum Disclosure: String, CaseIterable, Sendable {
    /// All.
    case full
    /// Amounts of money, and all numbers that they could be found from, to two digits that count: 13,522 as 14,000. How often something was
    /// bought, and whose purchases they are, exactly.
    case rounded
    /// No amount of money. Each stands as a part of all that was spent in the selection, a fraction of 1 to three decimals; prices, which are
    /// no parts of it, are left out. How often something was bought, exactly; not whose purchases they are.
    ///
    /// Who knows what one of the things cost can reckon the whole from its share.
    case share
    /// Nothing but the course: each series as an index, to two decimals, of which 1 is its own average month or its first value, and
    /// differences of periods in percent. No amount of money, no count of purchases that sums could be weighed by, no part of a whole; not
    /// whose purchases they are.
    case trend
}

extension Disclosure {
    /// Whether a report says whose purchases it is about.
    public var namesUser: Bool { self == .full || self == .rounded }

    /// What the numbers are that stand in place of amounts; nil where these are amounts.
    var unit: String? {
        switch self {
        case .full, .rounded: nil
        case .share: "share"
        case .trend: "index"
        }
    }
}

extension Question {
    /// Returns why the answer cannot be given when no more than so much may be told; nil where it can.
    public func refusal(at disclosure: Disclosure) -> String? {
        switch (disclosure, self) {
        case (.share, .priceHistory), (.share, .amountDistribution):
            "leaves nothing of this insight, which is about prices: they are no parts of a whole; use 'rounded'"
        case (.trend, .spendingSummary), (.trend, .topItems):
            "leaves nothing of this insight, which compares sums and has no course over time; use 'share', or ask for monthly-trends"
        case (.trend, .amountDistribution):
            "leaves nothing of this insight, which counts amounts and has no course over time; use 'rounded', or ask for monthly-trends"
        case (.trend, .spendingChanges(_, by: .category, _)), (.trend, .spendingChanges(_, by: .item, _)):
            "tells no category's or item's part of a change; use by=effect"
        case (.trend, .monthlyTrends(.stacked)), (.trend, .monthlyTrends(.area)):
            "tells no parts of a whole, which this chart is made of; use chart=bar or chart=line"
        default: nil
        }
    }

    /// Answers the question from facts that several questions share, and tells no more than may be told, in any form of the answer.
    ///
    /// - Precondition: `refusal(at:)` is nil; what it refuses has no amounts in it either.
    package func report(
        on facts: Facts, among everyone: ShopStatistics = .none, telling disclosure: Disclosure
    ) -> any Report {
        let report = report(on: facts, among: everyone)
        return switch disclosure {
        case .full: report
        case .rounded: RoundedReport(base: report)
        // What comes next is about days, and its money about prices.
        case .share where !needsStatistics: SharesReport(base: report, whole: facts.total)
        case .share: PricelessReport(base: report, disclosure: .share)
        case .trend: (report as? any CourseTelling)?.course ?? PricelessReport(base: report, disclosure: .trend)
        }
    }
}

/// A report with a course over time that can be told without telling how much anything is.
protocol CourseTelling {
    /// The course alone.
    var course: any Report { get }
}
