import Testing

@testable import Charts

@Suite struct IsolationTests {
    @Test(arguments: ["", "Dairy", "Crème brûlée – 3 €", "Молоко", "新鲜牛奶", "ताज़ा दूध", "🥛👩‍👩‍👧", "e\u{301}", "“quoted”…"])
    func `what runs from left to right stays as it is`(text: String) {
        #expect(text.isolated == text)
    }

    @Test(arguments: ["حليب", "חלב 3%", "A حليب", "\u{200F}1", "١٢", "\u{FEFB}", "\u{1E900}"])
    func `what runs from right to left is isolated`(text: String) {
        #expect(text.isolated == "\u{2068}\(text)\u{2069}")
    }

    @Test(arguments: ["\u{202E}abc", "a\u{2069}b", "\u{2067}حليب", "\u{202A}\u{202A}x\u{202C}"])
    func `no control within leaves its isolate`(text: String) {
        let scalars = Array(text.isolated.unicodeScalars)
        #expect(scalars.first == "\u{2068}" && scalars.last == "\u{2069}")
        #expect(!scalars.dropFirst().dropLast().contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }

    @Test func `a message keeps its order around names and amounts of the other direction`() throws {
        let chart = Chart(
            "ملخص", y: Axis("spent", format: .currency(.usDollar)),
            marks: [.bar([("حليب", 3.0), ("Tea", 2)], position: { .name($0.0) }, value: \.1)], locale: .americanEnglish
        )
        #expect(chart.message == "\u{2068}ملخص\u{2069}: $5.00 in all; highest \u{2068}حليب\u{2069} $3.00, lowest Tea $2.00.")
        #expect(chart.figures == ["\u{2068}حليب\u{2069}: $3.00", "Tea: $2.00"])
    }

    @Test func `french sets spaces before its colons and semicolons`() throws {
        let chart = Chart(
            "Dépenses", y: Axis("achats"), marks: [.bar([("Thé", 3.0), ("Lait", 2)], position: { .name($0.0) }, value: \.1)],
            locale: try #require(Locale(identifier: "fr"))
        )
        #expect(chart.message == "Dépenses\u{A0}: 5 achats au total\u{202F}; maximum Thé 3, minimum Lait 2.")
        #expect(chart.figures == ["Thé\u{A0}: 3", "Lait\u{A0}: 2"])
    }
}
