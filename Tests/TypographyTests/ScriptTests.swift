import Drawing
import Foundation
import Testing

@testable import Typography

/// Text of the scripts that the bundled fonts have.
@Suite struct ScriptTests {
    private let typesetter: Typesetter
    private let font = Font(size: 12)

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    private func width(_ text: String) -> Double { typesetter.width(of: text, in: font) }

    /// The text of the runs from left to right.
    private func runs(_ text: String) -> [String] { typesetter.shape(text, in: font).runs.map(\.text) }

    private static let words = [
        "Milk", "Γάλα", "Молоко", "sữa", "حليب", "لَحْم", "חלב", "שָׁלוֹם", "दूध", "विद्यार्थी", "น้ำผึ้ง", "١٢٣", "१२३", "๑๒๓",
    ]

    @Test(arguments: words, Font.Weight.allCases)
    func `bundled fonts have the letters of each script, in both weights`(_ word: String, _ weight: Font.Weight) {
        for run in typesetter.shape(word, in: Font(weight, size: 12)).runs {
            #expect(run.missingCharacters == [])
            #expect(run.glyphs.allSatisfy { $0.id != 0 })
        }
    }

    @Test(arguments: words)
    func `a word is one run, and stays the same after another word`(_ word: String) throws {
        let alone = typesetter.shape(word, in: font)
        #expect(alone.runs.count == 1)
        for other in ["Total", "סכום", "合計"] {
            let together = typesetter.shape("\(other) \(word)", in: font)
            let glyphs = try #require(alone.runs.first).glyphs.map(\.id)
            #expect(together.runs.contains { $0.glyphs.map(\.id).contains(glyphs) })
        }
    }

    @Test func `arabic letters join`() {
        #expect(width("بيت") < width("ب") + width("ي") + width("ت"))
        #expect(width("لا") < width("ل") + width("ا"))
    }

    @Test func `marks take no room of their own`() {
        #expect(width("q\u{308}") == width("q"))
        #expect(width("שָׁ") == width("ש"))
        #expect(width("ที่") == width("ท"))
        #expect(width("لَ") == width("ل"))
    }

    @Test func `letters that grow together are one cluster`() throws {
        let run = try #require(typesetter.shape("क्ष", in: font).runs.first)
        #expect(run.glyphs.count == 1)
        #expect(run.clusters == [ShapedText.Cluster(byteCount: 9, glyphCount: 1)])
    }

    @Test func `words stand in the order in which they are read`() {
        #expect(runs("Milk חלב 12") == ["Milk ", "12", "חלב "])
        #expect(runs("חלב Milk 12") == ["Milk 12", "חלב "])
        #expect(runs("لحم 12 kg") == ["kg", " ", "12", "لحم "])
        #expect(runs("\u{2067}Milk\u{2069} חלב").count > 1)
    }

    @Test func `the last letter of a word that runs to the left stands left`() throws {
        let run = try #require(typesetter.shape("אב", in: font).runs.first)
        let (alef, bet) = (typesetter.shape("א", in: font).runs[0].glyphs[0].id, typesetter.shape("ב", in: font).runs[0].glyphs[0].id)
        #expect(run.isRightToLeft)
        #expect(run.glyphs.map(\.id) == [bet, alef])
        #expect(run.clusters == [ShapedText.Cluster(byteCount: 2, glyphCount: 1), ShapedText.Cluster(byteCount: 2, glyphCount: 1)])
    }

    @Test func `brackets turn with the direction`() throws {
        let brackets = typesetter.shape("()", in: font).runs.flatMap(\.glyphs).map(\.id)
        let turned = typesetter.shape("א()ב", in: font).runs.flatMap(\.glyphs).map(\.id)
        #expect(turned.contains(brackets))
    }

    @Test func `digits and latin words look the same beside every script`() {
        let digits = typesetter.shape("12,5", in: font).runs.flatMap(\.glyphs).map(\.id)
        for word in Self.words.prefix(11) {
            let glyphs = typesetter.shape("\(word) 12,5", in: font).runs.flatMap(\.glyphs).map(\.id)
            #expect(glyphs.contains(digits), "\(word)")
        }
    }

    @Test func `no usual word leaves the room of a line by more than a tenth of the size`() throws {
        let font = Font(size: 60)
        let metrics = typesetter.metrics(of: font)
        for word in Self.words {
            for run in typesetter.shape(word, in: font).runs {
                for placed in try #require(typesetter.masks(of: run, pixelSize: 60, left: 0, baseline: 0)) {
                    #expect(Double(-placed.y) < metrics.ascent + 6, "\(word)")
                    #expect(Double(placed.y + placed.mask.height) < metrics.descent + 6, "\(word)")
                }
            }
        }
    }

    @Test func `the room of a letter's glyphs is drawn where it was measured`() {
        for word in Self.words {
            let shaped = typesetter.shape(word, in: font)
            var left = 0.0
            for run in shaped.runs {
                #expect(run.glyphs.allSatisfy { $0.x > -0.5 && $0.x <= run.advance + 0.5 })
                left += run.advance
            }
            #expect(abs(left - shaped.advance) < 1e-12)
        }
    }

    @Test(arguments: ["", "a", "Milk חלב (3%) 12", "👩‍👩‍👧 日本", "\u{301}a", "क्षत्रिय ที่นี่", "\u{202E}abc\u{202C}", "a\u{AD}b", "لا١٢٣"])
    func `parts cover the line in order and divide no character`(_ line: String) {
        let items = typesetter.items(of: line)
        var end = 0
        for item in items {
            #expect(item.range.lowerBound == end && !item.range.isEmpty)
            end = item.range.upperBound
        }
        #expect(end == line.utf8.count)
        var ends: Set<Int> = []
        for character in line { ends.insert((ends.max() ?? 0) + character.utf8.count) }
        #expect(items.allSatisfy { ends.contains($0.range.upperBound) })
    }
}
