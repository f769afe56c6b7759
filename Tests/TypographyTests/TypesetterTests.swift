import Drawing
import Foundation
import Testing

@testable import Typography

@Suite struct TypesetterTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    @Test func `no text has no width`() {
        #expect(typesetter.width(of: "", in: Font(size: 12)) == 0)
        #expect(typesetter.shape("", in: Font(size: 12)).runs.isEmpty)
    }

    @Test(arguments: ["Dairy", "AVATAR To WA", "$1,234.56", "ÅÇÉ", "שלום 12", "हिन्दी", "茶"])
    func `width grows in proportion to size`(_ text: String) {
        let unit = typesetter.width(of: text, in: Font(size: 1))
        for size in [7, 12, 13.5, 48.0] {
            #expect(abs(typesetter.width(of: text, in: Font(size: size)) - unit * size) < 1e-9)
        }
    }

    @Test(arguments: ["AV", "To", "WA", "Yo"])
    func `kerned pairs are narrower than their letters apart`(_ pair: String) {
        let font = Font(size: 10)
        let apart = pair.reduce(0) { $0 + typesetter.width(of: String($1), in: font) }
        #expect(typesetter.width(of: pair, in: font) < apart)
    }

    @Test(arguments: Font.Weight.allCases)
    func `tabular digits are all equally wide, proportional ones are not`(_ weight: Font.Weight) throws {
        func spread(_ numerals: Font.Numerals) throws -> Double {
            let widths = (0...9).map { typesetter.width(of: "\($0)", in: Font(weight, size: 1, numerals: numerals)) }
            return try #require(widths.max()) - #require(widths.min())
        }
        // A thousandth of an em is what the font's own drawing of the semibold 4 is off.
        #expect(try spread(.tabular) < 0.0015)
        #expect(try spread(.proportional) > 0.1)
    }

    @Test(arguments: Font.Weight.allCases)
    func `numbers of equally many tabular digits are equally wide, whatever the digits`(_ weight: Font.Weight) {
        let font = Font(weight, size: 12, numerals: .tabular)
        let width = typesetter.width(of: "11,111.11", in: font)
        for number in ["88,888.88", "47,114.07", "70,417.41"] {
            #expect(abs(typesetter.width(of: number, in: font) - width) < 0.1)
        }
    }

    @Test func `semibold is wider than regular`() {
        #expect(typesetter.width(of: "Spending", in: Font(.semibold, size: 12)) > typesetter.width(of: "Spending", in: Font(size: 12)))
    }

    @Test func `control characters and line breaks are set as spaces`() {
        let font = Font(size: 12)
        let expected = typesetter.width(of: "a b c d", in: font)
        #expect(typesetter.width(of: "a\nb\u{0}c\u{2028}d", in: font) == expected)
        #expect(typesetter.width(of: "a\tb\u{85}c\u{7F}d", in: font) == expected)
    }

    @Test func `text is cut after 4,096 scalars`() {
        let font = Font(size: 1)
        let longest = typesetter.width(of: String(repeating: "n", count: 4096), in: font)
        #expect(typesetter.width(of: String(repeating: "n", count: 100_000), in: font) == longest)
        #expect(typesetter.width(of: String(repeating: "n", count: 4095), in: font) < longest)
    }

    @Test func `no variable of the environment alters glyphs`() async {
        // In a process of its own, since other tests read the environment at the same time.
        await #expect(processExitsWith: .success) {
            setenv("FREETYPE_PROPERTIES", "cff:no-stem-darkening=0", 1)
            _ = try Typesetter()
            #expect(getenv("FREETYPE_PROPERTIES") == nil)
        }
    }

    @Test(arguments: Font.Weight.allCases)
    func `no accented letter leaves the room its font's metrics give it`(_ weight: Font.Weight) throws {
        let font = Font(weight, size: 60)
        let metrics = typesetter.metrics(of: font)
        for code in (0x21...0x7E).map({ $0 }) + (0xA1...0x17F).map({ $0 }) {
            let scalar = try #require(Unicode.Scalar(UInt32(code)))
            for run in typesetter.shape(String(scalar), in: font).runs where run.glyphs.allSatisfy({ $0.id != 0 }) {
                for placed in try #require(typesetter.masks(of: run, pixelSize: 60, left: 0, baseline: 0)) {
                    #expect(Double(-placed.y) < metrics.ascent + 1, "\(scalar)")
                    #expect(Double(placed.y + placed.mask.height) < metrics.descent + 1, "\(scalar)")
                }
            }
        }
        #expect(metrics.lineHeight < 1.4 * font.size)
    }

    @Test(arguments: Font.Weight.allCases)
    func `the cap height is how high an H stands`(_ weight: Font.Weight) throws {
        let font = Font(weight, size: 64)
        let run = try #require(typesetter.shape("H", in: font).runs.first)
        let letter = try #require(typesetter.masks(of: run, pixelSize: 64, left: 0, baseline: 0)?.first)
        #expect(abs(Double(-letter.y) - typesetter.metrics(of: font).capHeight) <= 1)
    }

    @Test func `threads that shape at the same time get what one thread gets`() async throws {
        let typesetter = try Typesetter()
        let words = ["Item", "ÀÉ", "لحم", "חלב (3%)", "विद्यार्थी", "ที่นี่", "茶"]
        let texts = (0..<400).map { "\(words[$0 % words.count]) \($0 % 150), \($0 * 7919 % 1000)" }
        let expected = texts.map { self.typesetter.shape($0, in: Font(size: 12)).runs.map(\.glyphs) }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { texts.map { typesetter.shape($0, in: Font(size: 12)).runs.map(\.glyphs) } == expected }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}
