import Drawing
import Testing

@testable import Typography

@Suite struct ShapedTextTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    /// Texts of all kinds: accents apart from their letters, joined emoji, other scripts, nothing but marks.
    private static let texts = [
        "a", "Dairy & eggs", "office fi ffl", "e\u{301}a\u{308}", "\u{301}", "👩‍👩‍👧 family", "日本語", "שלום 12", "مرحبا", "\u{200D}\u{200B}x",
        "a\u{0}b", "Ắ Ế", "1/2 → 3 × 4", " ", "\u{FEFF}bom",
        "हिन्दी क्षत्रिय", "ที่นี่ น้ำ", "שָׁלוֹם (עולם)", "لا إله ١٢٣ abc", "\u{202E}abc", "Dairy חלב 12 لحم",
    ]

    @Test(arguments: texts)
    func `clusters cover every byte and every glyph, and end where characters end`(_ text: String) {
        for run in typesetter.shape(text, in: Font(size: 12)).runs {
            #expect(run.clusters.reduce(0) { $0 + $1.byteCount } == run.text.utf8.count)
            #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
            var offset = 0
            for cluster in run.clusters {
                #expect(cluster.byteCount > 0 || cluster.glyphCount > 0)
                offset += cluster.byteCount
                let index = run.text.utf8.index(run.text.startIndex, offsetBy: offset)
                #expect(index.samePosition(in: run.text.unicodeScalars) != nil)
            }
        }
    }

    @Test(arguments: texts)
    func `the line is as wide as its runs, and glyphs stand in it in order`(_ text: String) {
        let shaped = typesetter.shape(text, in: Font(size: 12))
        #expect(shaped.advance == shaped.runs.reduce(0) { $0 + $1.advance })
        #expect(shaped.advance >= 0)
    }

    @Test func `the shape of a text does not depend on its size`() {
        let small = typesetter.shape("AVATAR 12", in: Font(size: 8))
        let large = typesetter.shape("AVATAR 12", in: Font(size: 80))
        #expect(small.runs.map(\.glyphs) == large.runs.map(\.glyphs))
    }

    @Test func `a text longer than the cache keeps is shaped the same`() {
        let short = typesetter.shape("ab", in: Font(size: 1)).advance
        let long = typesetter.shape(String(repeating: "ab ", count: 300), in: Font(size: 1)).advance
        let space = typesetter.shape("ab ab", in: Font(size: 1)).advance - 2 * short
        #expect(abs(long - 300 * (short + space)) < 1e-6)
    }
}
