import Hashing
import Purchases
import Testing

@testable import LogReading

@Suite struct WrittenNumberTests {
    private func read(_ text: String, _ decimal: DecimalSign = .point) throws(Rejection.Reason) -> Int64 {
        try WrittenNumber(Array(text.utf8).span).value(decimal)
    }

    private func evidence(_ text: String) throws -> WrittenNumber.Evidence { try WrittenNumber(Array(text.utf8).span).evidence }

    @Test(arguments: [
        ("0", 0), ("5", 5_000_000), ("2.48", 2_480_000), ("2.4", 2_400_000), (".5", 500_000), ("5.", 5_000_000), ("-2.48", -2_480_000),
        ("+2.48", 2_480_000), ("(2.48)", -2_480_000), ("$2.48", 2_480_000), ("-$2.48", -2_480_000), ("$-2.48", -2_480_000),
        ("($2.48)", -2_480_000), ("€ 2.48", 2_480_000), ("2.48 EUR", 2_480_000), ("1,234.56", 1_234_560_000),
        ("1,234,567", 1_234_567_000_000), ("000012", 12_000_000), ("1,000,000,000", 1_000_000_000_000_000),
        ("2.48-", -2_480_000), ("2,48", 2_480_000), ("1.234,56", 1_234_560_000), ("1 234,5", 1_234_500_000), ("1\u{A0}234", 1_234_000_000),
        ("1\u{202F}234,56 €", 1_234_560_000), ("1'234.50", 1_234_500_000), ("1’234", 1_234_000_000), ("12,34,567.5", 1_234_567_500_000),
        ("\u{2212}3", -3_000_000), ("1E+03", 1_000_000_000), ("2.5e2", 250_000_000), ("5e-3", 5_000), ("0.000001", 1),
        ("'-14.10'", -14_100_000),
        ("2 kg", 2_000_000), ("2 x", 2_000_000), ("0.125", 125_000), ("CHF 1'000.00", 1_000_000_000), ("R$ 5,50", 5_500_000),
        ("5.-", 5_000_000), ("5,--", 5_000_000), ("CHF 5.–", 5_000_000),
    ])
    func `numbers are read as people write them`(text: String, millionths: Int64) throws {
        #expect(try read(text) == millionths)
    }

    @Test(arguments: ["1,859", "0,500", "1.000", "12.345 €", "-7,250", "1249,900"])
    func `one sign before three digits is open, and read as the file decides`(text: String) throws {
        let isComma = text.contains(",")
        #expect(try evidence(text) == (isComma ? .openComma : .openPoint))
        let decimal = try WrittenNumber(Array(text.utf8).span).millionths
        #expect(try read(text, isComma ? .comma : .point) == decimal)
        if let grouped = try WrittenNumber(Array(text.utf8).span).groupedMillionths {
            #expect(grouped == decimal * 1_000)
            #expect(try read(text, isComma ? .point : .comma) == grouped)
        } else {
            #expect(throws: Rejection.Reason.misplacedComma) { try read(text, isComma ? .point : .comma) }
        }
    }

    @Test(arguments: [
        ("1.5", WrittenNumber.Evidence.decimalPoint), ("0.125", .decimalPoint), ("1,234.5", .decimalPoint), ("1,234,567", .decimalPoint),
        ("1,5", .decimalComma), ("1.234,5", .decimalComma), ("1.234.567", .decimalComma), ("12", .none), ("1 234", .none), ("1'234", .none),
        ("1234.567", .decimalPoint),
    ])
    func `other numbers speak for a sign, or say nothing`(text: String, evidence: WrittenNumber.Evidence) throws {
        #expect(try self.evidence(text) == evidence)
    }

    @Test(arguments: [
        "", "-", "$", ".", "()", "two", "NaN", "inf", "--1", "-(1)", "(-1)", "-$-1", "1.2.3", "1 2", "١", "2.482.48", "$1 USD", "1-2",
    ])
    func `what is no number is refused`(text: String) {
        #expect(throws: Rejection.Reason.self) { try read(text) }
    }

    @Test(arguments: ["12,34.56", "1,,234", "1234,567.5", "1,234,", "1,23,45", "1.23.456,7"])
    func `a sign that does not part thousands is refused`(text: String) {
        #expect(throws: Rejection.Reason.misplacedComma) { try read(text) }
    }

    @Test(arguments: ["1000000000.01", "-1,000,000,001", "99999999999999999999999999999999999999", "1e30", "0000000099999999999"])
    func `a number beyond the limit is refused`(text: String) {
        #expect(throws: Rejection.Reason.sumOutOfRange) { try read(text) }
    }

    @Test func `every sum reads back as it is written, in every style`() throws {
        var generator = SplitMix64(state: 2)
        for _ in 0..<1000 {
            let hundredths = Int64.random(in: 0...100_000_000_000, using: &generator)
            let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
            let cents = rest < 10 ? "0\(rest)" : "\(rest)"
            for (group, decimal) in [(",", "."), (".", ","), (" ", ","), ("'", "."), ("\u{202F}", ","), ("", "."), ("", ",")] {
                let text = whole.grouped.replacing(",", with: group) + decimal + cents
                for (written, sign) in [
                    (text, Int64(1)), ("-\(text)", -1), ("(\(text))", -1), ("\(text)-", -1), ("€\(text)", 1), ("\(text) kr", 1),
                ] {
                    #expect(try read(written) == sign * hundredths * 10_000, "\(written)")
                }
            }
        }
    }

    @Test func `no bytes are too much`() {
        var generator = SplitMix64(state: 5)
        let pieces = Array("0123456789.,-+()$€' eE%kgx\u{A0}").map(String.init)
        for _ in 0..<5000 {
            let text = (0..<Int.random(in: 0...14, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            guard let number = try? WrittenNumber(Array(text.utf8).span) else { continue }
            #expect(number.millionths.magnitude <= WrittenNumber.limit.magnitude)
        }
    }
}
