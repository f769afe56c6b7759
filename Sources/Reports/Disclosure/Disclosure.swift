/// How much of the numbers an answer tells: alike in JSON, tables, words and pictures, and in what files carry.
///
/// Below `full`, no answer has a sum or a price to the cent, or a number from which one could be found. `Redaction` sees to it.
public enum Disclosure: String, CaseIterable, Sendable {
    /// All.
    case full
    /// Amounts of money, and all numbers that they could be found from, to two significant digits: 13,522 as 14,000. How often something
    /// was bought, and whose purchases they are, exactly.
    case rounded
    /// No amount of money. Each stands as a part of all that was spent in the selection, a fraction of 1 to three decimals. Prices, which are
    /// no parts of it, are left out. How often something was bought, exactly; not whose purchases they are.
    ///
    /// Whoever knows what one of the things cost can find the whole from its share.
    case share
    /// How things went, and not how large they are: each series as an index, to two decimals, of which 1 is its own average month or its
    /// first value, and differences of periods in percent. No amount of money, no count of purchases that sums could be weighed by, no part
    /// of a whole; not whose purchases they are.
    case trend
}

/// Reasons why an answer is not given, by the level that would leave nothing of it.
typealias Refusals = [Disclosure: String]

extension Question {
    /// Returns the reason for which a presentation rules out this question, or nil.
    public func refusal(in presentation: Presentation) -> String? { insight.refusals(self)[presentation.disclosure] }
}
