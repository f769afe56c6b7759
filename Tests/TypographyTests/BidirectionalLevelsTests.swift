import Testing

@testable import Typography

@Suite struct BidirectionalLevelsTests {
    /// Levels of texts in which small letters stand for Latin and capital ones for Hebrew, as in UAX #9.
    @Test(arguments: [
        ("", []), ("ab c", [0, 0, 0, 0]), ("12", [0, 0]), ("AB", [1, 1]), ("a AB b", [0, 0, 1, 1, 0, 0]), ("AB a", [1, 1, 1, 2]),
        ("AB 12", [1, 1, 1, 2, 2]), ("a (AB)", [0, 0, 0, 1, 1, 0]), ("A (b)", [1, 1, 1, 2, 1]), ("12 A", [2, 2, 1, 1]), (" !", [0, 0]),
    ])
    func `the first letter decides the direction of the line, each word its own`(_ text: String, levels: [UInt8]) {
        #expect(BidirectionalLevels.levels(of: text.withHebrewCapitals.unicodeScalars) == levels)
    }

    @Test(arguments: ["\u{202E}abc", "\u{2067}\u{2067}\u{202B}", "\u{2069}", "a\u{2066}A\u{2069}"])
    func `marks of direction do not upset it`(_ text: String) {
        #expect(BidirectionalLevels.levels(of: text.unicodeScalars).count == text.unicodeScalars.count)
    }
}

extension String {
    /// The text with each capital Latin letter replaced by a Hebrew one.
    var withHebrewCapitals: String {
        String(UnicodeScalarView(unicodeScalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar($0.value - 0x41 + 0x5D0) ?? $0 : $0 }))
    }
}
