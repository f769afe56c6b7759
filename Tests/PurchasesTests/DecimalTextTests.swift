@testable import Purchases
import Hashing
import Testing

@Suite struct DecimalTextTests {
    private func read(_ text: String) throws(Rejection.Reason) -> DecimalText { try DecimalText(Array(text.utf8).span) }

    @Test(arguments: [
        ("0", 0), ("5", 500), ("2.48", 248), ("2.4", 240), (".5", 50), ("5.", 500), ("-2.48", -248), ("+2.48", 248), ("(2.48)", -248),
        ("$2.48", 248), ("-$2.48", -248), ("$-2.48", -248), ("($2.48)", -248), ("€ 2.48", 248), ("£2.48", 248), ("¥2", 200),
        ("1,234.56", 123_456), ("1,234,567", 123_456_700), ("1234.56", 123_456), ("000012", 1200), ("1,000,000,000", 100_000_000_000),
        ("-1000000000.00", -100_000_000_000),
    ])
    func `sums are read as people write them`(text: String, hundredths: Int64) throws {
        #expect(try read(text).hundredths == hundredths)
        #expect(try !read(text).isRounded)
    }

    @Test(arguments: [
        ("0.005", 1, true), ("0.0049999", 0, true), ("-0.005", -1, true), ("2.480", 248, false), ("2.4800001", 248, true),
        ("0.995", 100, true),
        ("9.999", 1000, true), ("(1.115)", -112, true),
    ])
    func `more than two decimals are rounded, halves away from zero`(text: String, hundredths: Int64, isRounded: Bool) throws {
        let number = try read(text)
        #expect((number.hundredths, number.isRounded) == (hundredths, isRounded))
    }

    @Test(arguments: [
        "", "-", "$", ".", "()", "two", "1e3", "NaN", "inf", "--1", "-(1)", "(-1)", "-$-1", "$$1", "1.2.3", "1 2", "0x10", "1-", "١",
    ])
    func `what is no number is refused`(text: String) {
        #expect(throws: Rejection.Reason.notASum) { try read(text) }
    }

    @Test(arguments: ["1,23", "12,34.56", "1,2345", ",123", "1,,234", "1234,567", "1,234,", "2,48"])
    func `a comma that does not separate thousands is refused`(text: String) {
        #expect(throws: Rejection.Reason.misplacedComma) { try read(text) }
    }

    @Test(arguments: ["1000000000.01", "1000000000.005", "-1,000,000,001", "99999999999999999999999999999999999999", "0000000099999999999"])
    func `a sum beyond the limit is refused`(text: String) {
        #expect(throws: Rejection.Reason.sumOutOfRange) { try read(text) }
    }

    @Test func `every sum reads back as it is written, in every style`() throws {
        var generator = SplitMix64(state: 2)
        for _ in 0..<2000 {
            let sum = Money(hundredths: .random(in: -100_000_000_000...100_000_000_000, using: &generator))
            let magnitude = Money(hundredths: Int64(sum.hundredths.magnitude))
            let (whole, rest) = magnitude.hundredths.quotientAndRemainder(dividingBy: 100)
            let grouped = "\(whole.grouped).\(rest < 10 ? "0" : "")\(rest)"
            let sign = sum < .zero ? "-" : ""
            for text in [sum.description, "\(sign)$\(magnitude)", "\(sign)\(grouped)", sum < .zero ? "(\(grouped))" : grouped] {
                #expect(try read(text).hundredths == sum.hundredths)
            }
        }
    }
}
