import Testing

@testable import Charts

/// Numbers and money in each language; what is expected was compared with ICU's CLDR data.
@Suite struct LocaleNumberTests {
    private static let n = "\u{A0}"

    private func locale(_ identifier: String) throws -> Locale { try #require(Locale(identifier: identifier)) }

    @Test(arguments: [
        ("en-US", "1,234,567", "12.3%"), ("en-GB", "1,234,567", "12.3%"), ("de-DE", "1.234.567", "12,3\(n)%"),
        ("fr-FR", "1\u{202F}234\u{202F}567", "12,3\(n)%"), ("es-ES", "1.234.567", "12,3\(n)%"), ("pt-BR", "1.234.567", "12,3%"),
        ("ja-JP", "1,234,567", "12.3%"), ("zh-CN", "1,234,567", "12.3%"), ("hi", "12,34,567", "12.3%"),
        ("ar", "١٬٢٣٤٬٥٦٧", "١٢٫٣٪\u{61C}"), ("he", "1,234,567", "12.3%"),
    ])
    func `numbers are grouped and percentages marked`(_ identifier: String, _ number: String, _ percentage: String) throws {
        let locale = try locale(identifier)
        #expect(NumberFormat.count.text(1_234_567, in: locale) == number)
        #expect(NumberFormat.percent.labels(for: [0.123], in: locale) == [percentage])
    }

    @Test(arguments: [
        ("en-US", "USD", "$1,234.50"), ("en-US", "CHF", "CHF\(n)1,234.50"), ("en-GB", "GBP", "£1,234.50"), ("en-GB", "USD", "US$1,234.50"),
        ("de-DE", "EUR", "1.234,50\(n)€"), ("de-DE", "JPY", "1.235\(n)¥"), ("fr-FR", "EUR", "1\u{202F}234,50\(n)€"),
        ("fr-FR", "USD", "1\u{202F}234,50\(n)$US"), ("es-ES", "EUR", "1234,50\(n)€"), ("es-ES", "USD", "1234,50\(n)US$"),
        ("pt-BR", "BRL", "R$\(n)1.234,50"), ("ja-JP", "JPY", "¥1,235"), ("ja-JP", "CNY", "元\(n)1,234.50"), ("zh-CN", "CNY", "¥1,234.50"),
        ("zh-CN", "JPY", "JP¥1,235"), ("hi", "INR", "₹1,234.50"), ("ar", "EGP", "\u{200F}١٬٢٣٤٫٥٠\(n)ج.م.\u{200F}"),
        ("ar", "USD", "\u{200F}١٬٢٣٤٫٥٠\(n)US$\u{200E}"), ("he", "ILS", "\u{200F}1,234.50\(n)\u{200F}₪"),
    ])
    func `money has its sign where readers look for it`(_ identifier: String, _ code: String, _ text: String) throws {
        let currency = try #require(Currency(code: code))
        #expect(NumberFormat.currency(currency).text(1234.5, in: try locale(identifier)) == text)
    }

    @Test(arguments: [
        ("en-US", "\u{2212}$5.00"), ("de-DE", "\u{2212}5,00\(n)$"), ("pt-BR", "\u{2212}US$\(n)5,00"),
        ("ar", "\u{200F}\u{61C}\u{2212}٥٫٠٠\(n)US$\u{200E}"), ("he", "\u{200F}\u{200E}\u{2212}5.00\(n)\u{200F}$"),
    ])
    func `a minus stands before the sign or before the number`(_ identifier: String, _ text: String) throws {
        #expect(NumberFormat.currency(.usDollar).text(-5, in: try locale(identifier)) == text)
        #expect(!NumberFormat.currency(.usDollar).text(-0.001, in: try locale(identifier)).contains("\u{2212}"))
    }

    @Test(arguments: [
        ("en-US", ["999", "1.2K", "12.3K", "123K", "1.2M", "1.2B", "1.2T"]),
        ("de-DE", ["999", "1.234", "12.345", "123.456", "1,2\(n)Mio.", "1,2\(n)Mrd.", "1,2\(n)Bio."]),
        ("fr-FR", ["999", "1,2\(n)k", "12,3\(n)k", "123\(n)k", "1,2\(n)M", "1,2\(n)Md", "1,2\(n)Bn"]),
        ("es-ES", ["999", "1,2\(n)mil", "12,3\(n)mil", "123\(n)mil", "1,2\(n)M", "1200\(n)M", "1,2\(n)B"]),
        ("pt-BR", ["999", "1,2\(n)mil", "12,3\(n)mil", "123\(n)mil", "1,2\(n)mi", "1,2\(n)bi", "1,2\(n)tri"]),
        ("ja-JP", ["999", "1,234", "1.2万", "12.3万", "120万", "12億", "1.2兆"]),
        ("zh-CN", ["999", "1,234", "1.2万", "12.3万", "120万", "12亿", "1.2万亿"]),
        ("hi", ["999", "1.2\(n)हज़ार", "12.3\(n)हज़ार", "1.2\(n)लाख", "12\(n)लाख", "1.2\(n)अ॰", "12\(n)ख॰"]),
        ("ar", ["٩٩٩", "١٫٢\(n)ألف", "١٢٫٣\(n)ألف", "١٢٣\(n)ألف", "١٫٢\(n)مليون", "١٫٢\(n)مليار", "١٫٢\(n)ترليون"]),
        ("he", ["999", "1.2K\u{200F}", "12.3K\u{200F}", "123K\u{200F}", "1.2M\u{200F}", "1.2B\u{200F}", "1.2T\u{200F}"]),
    ])
    func `large numbers are counted in the units of the language`(_ identifier: String, _ texts: [String]) throws {
        let locale = try locale(identifier)
        let values = [999, 1_234, 12_345, 123_456, 1_200_000, 1.2e9, 1.2e12]
        #expect(values.map { NumberFormat.count.compactText($0, in: locale) } == texts)
    }

    @Test func `three thousand has a plural of its own in arabic`() throws {
        let axis = NumberFormat.count.labels(for: [0, 5_000, 10_000], in: try locale("ar"))
        #expect(axis == ["٠", "٥\(Self.n)آلاف", "١٠\(Self.n)ألف"])
    }

    @Test func `spanish groups from ten thousand on`() throws {
        let locale = try locale("es-ES")
        #expect(NumberFormat.count.text(9_999, in: locale) == "9999")
        #expect(NumberFormat.count.text(10_000, in: locale) == "10.000")
    }

    @Test func `four digits before a unit are not grouped`() throws {
        #expect(NumberFormat.count.compactText(12_340_000, in: try locale("ja-JP")) == "1234万")
        #expect(NumberFormat.count.compactText(12_340, in: try locale("ja-JP")) == "1.2万")
        #expect(NumberFormat.count.text(1_234, in: try locale("ja-JP")) == "1,234")
        #expect(NumberFormat.count.compactText(12_340e12, in: try locale("en-US")) == "12,340T")
    }

    @Test(arguments: Locale.supported)
    func `what is written can be read back`(_ locale: Locale) throws {
        for value in [0, 7, 10, 99.95, 100, 999.99, 1000, 9999, 10_000, 100_000.01, 1_234_567.89, 1e9, 9_007_199_254_740.25] {
            let text = NumberFormat.currency(.usDollar).text(value, in: locale)
            #expect(try #require(read(text, locale)) == (value * 100).rounded() / 100, "\(text)")
        }
    }

    @Test(arguments: Locale.supported)
    func `a compact number is never a longer one, and is right to a twentieth`(_ locale: Locale) throws {
        var value = 1.0
        while value < 1e13 {
            let text = NumberFormat.count.compactText(value.rounded(), in: locale)
            let unit = locale.numbers.unit(of: value.rounded())
            let shown = try #require(read(text, locale)) * (unit?.divisor ?? 1)
            #expect(abs(shown - value.rounded()) <= value * 0.05, "\(text)")
            #expect(text.count <= NumberFormat.count.text(value.rounded(), in: locale).count + 5)
            #expect(shown >= (unit?.start ?? 0))
            value *= 1.07
        }
    }

    /// Returns the number in `text`, unit and sign left out.
    private func read(_ text: String, _ locale: Locale) -> Double? {
        let numbers = locale.numbers
        let digits = (0...9).map { numbers.digits("\($0)") }
        let plain = text.replacing(numbers.grouping, with: "").compactMap { character -> String? in
            if let digit = digits.firstIndex(of: String(character)) { return String(digit) }
            return String(character) == numbers.decimal ? "." : nil
        }
        // A full stop may also end the sign of a currency.
        return Double(plain.joined().trimmingSuffix { $0 == "." })
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isLeftOut(last) { text.removeLast() }
        return text
    }
}
