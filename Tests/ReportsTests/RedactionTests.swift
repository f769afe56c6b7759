import Charts
import Purchases
import Testing

@testable import Reports

/// What each level of disclosure leaves of a number.
@Suite struct RedactionTests {
    private static let whole = Money(hundredths: 12_345_67)

    private func redaction(_ disclosure: Disclosure, whole: Money? = whole) -> Redaction {
        Redaction(disclosure: disclosure, whole: whole)
    }

    @Test func `everything is told in full unless a presentation says otherwise`() {
        let redaction = Presentation().redaction
        #expect(redaction.isFull && redaction.keepsMoney && redaction.namesUser && redaction.unit == nil)
        #expect(redaction.amount(Money(hundredths: 1_23)) == 1.23)
        #expect(redaction(.number(0.123_456_789), .index) == .number(0.123_456_789))
    }

    @Test(arguments: [
        (ValueKind.money, Disclosure.rounded, Table.Cell.money(Money(hundredths: 1_300_00))), (.money, .share, .share(0.108)),
        (.money, .trend, .empty), (.price, .rounded, .money(Money(hundredths: 1_300_00))), (.price, .share, .empty),
        (.price, .trend, .empty),
    ])
    func `an amount is rounded, a share, or nothing, and a price no share`(kind: ValueKind, disclosure: Disclosure, told: Table.Cell) {
        #expect(redaction(disclosure)(.money(Money(hundredths: 1_334_56)), kind) == told)
    }

    @Test(arguments: [
        (ValueKind.index, Disclosure.rounded, 1.23), (.index, .share, 1.235), (.index, .trend, 1.23), (.number, .rounded, 1.23),
        (.number, .share, 1.235), (.number, .trend, 1.235), (.days, .rounded, 1.23), (.fraction, .share, 1.235),
    ])
    func `a number that is no amount keeps a few decimals`(kind: ValueKind, disclosure: Disclosure, told: Double) {
        #expect(redaction(disclosure)(.number(1.234_567), kind) == .number(told))
    }

    @Test func `a part of what was spent is told beside other parts, and a change everywhere`() {
        #expect(redaction(.share)(.share(0.123_456), .share) == .share(0.123))
        #expect(redaction(.trend)(.share(0.123_456), .share) == .empty)
        #expect(redaction(.trend)(.share(0.123_456), .change) == .share(0.12))
        #expect(redaction(.rounded)(.number(12_345.6), .number) == .number(12_000))
    }

    @Test func `counts, days and words are told as they are`() {
        for disclosure in Disclosure.allCases {
            #expect(redaction(disclosure)(.integer(12_345), .count) == .integer(12_345))
            #expect(redaction(disclosure)(.text("Milk"), .text) == .text("Milk"))
            #expect(redaction(disclosure)(.empty, .money) == .empty)
        }
    }

    @Test(arguments: [nil, Money.zero, Money(hundredths: -1)])
    func `there are no shares of nothing`(whole: Money?) {
        let redaction = redaction(.share, whole: whole)
        #expect(redaction.amount(Money(hundredths: 1)) == nil && !redaction.tellsAmounts)
    }

    @Test func `an index is of the mean of whole months, or of the first value`() {
        #expect(Redaction.indices(of: [1, 2, 3], to: .average) == [0.5, 1, 1.5])
        #expect(Redaction.indices(of: [1, 3, 100], to: .average, unfinished: 2) == [0.5, 1.5, 50])
        #expect(Redaction.indices(of: [4, nil, 5], to: .first) == [1, nil, 1.25])
        #expect(Redaction.indices(of: [0, -1], to: .average) == [nil, nil])
        #expect(Redaction.indices(of: [], to: .first) == [])
    }

    @Test func `words say what numbers say`() {
        let (money, price) = (Money(hundredths: 1_334_56), Money(hundredths: 3_49))
        func texts(_ disclosure: Disclosure) -> [String] {
            let presentation = Presentation(disclosure: disclosure).sharing(Self.whole)
            return [presentation.text(of: money), presentation.text(ofPrice: price), presentation.difference(share: 0.0456)]
        }
        #expect(texts(.full) == ["$1,334.56", "$3.49", "+4.6%"])
        #expect(texts(.rounded) == ["$1,300", "$3", "+5.0%"])
        #expect(texts(.share) == ["11%", "–", "+4.6%"])
        #expect(texts(.trend) == ["–", "–", "+5.0%"])
    }
}
