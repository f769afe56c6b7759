import Testing

@testable import Charts

@Suite struct NumberFormatTests {
    private let money = NumberFormat.currency(.usDollar)
    private let locale = Locale.americanEnglish

    @Test(arguments: [
        (0, "$0.00"), (1234.5, "$1,234.50"), (-3.999, "\u{2212}$4.00"), (-0.001, "$0.00"), (1_234_567.891, "$1,234,567.89"),
        (999.995, "$1,000.00"),
    ])
    func `money is written to the cent`(value: Double, text: String) {
        #expect(money.text(value, in: locale) == text)
    }

    @Test(arguments: [
        (0, "$0"), (5.5, "$5.50"), (84, "$84"), (999.4, "$999"), (999.6, "$1K"), (1234, "$1.2K"), (99_960, "$100K"), (999_600, "$1M"),
        (1_250_000, "$1.3M"), (2e9, "$2B"), (-1234, "\u{2212}$1.2K"),
    ])
    func `a compact number has few characters`(value: Double, text: String) {
        #expect(money.compactText(value, in: locale) == text)
    }

    @Test func `an axis has one precision and one unit`() {
        #expect(money.labels(for: [0, 250, 500], in: locale) == ["$0", "$250", "$500"])
        #expect(money.labels(for: [0, 0.5, 1], in: locale) == ["$0.00", "$0.50", "$1.00"])
        #expect(money.labels(for: [0, 5_000, 10_000], in: locale) == ["$0", "$5K", "$10K"])
        #expect(money.labels(for: [0, 2_500, 5_000, 7_500, 10_000], in: locale) == ["$0", "$2.5K", "$5.0K", "$7.5K", "$10.0K"])
        #expect(NumberFormat.count.labels(for: [0, 5, 10], in: locale) == ["0", "5", "10"])
        #expect(NumberFormat.percent.labels(for: [0, 0.25, 0.5], in: locale) == ["0%", "25%", "50%"])
    }

    @Test func `currencies have their own sign and decimals`() throws {
        func text(_ code: String) throws -> String { NumberFormat.currency(try #require(Currency(code: code))).text(1234.5, in: locale) }
        #expect(try text("EUR") == "€1,234.50")
        #expect(try text("jpy") == "¥1,235")
        #expect(try text("CHF") == "CHF\u{A0}1,234.50")
        #expect(Currency(code: "XYZ") == nil)
    }
}
