import Drawing
import Testing

@testable import Charts

@Suite struct WrappingTests {
    /// Every character is 6 points wide.
    private let context = LayoutContext(
        size: Size(width: 320, height: 200), theme: .light, measurer: FixedAdvance(advancePerEm: 0.6), locale: .americanEnglish
    )
    private let style = TextStyle(size: 10)

    private func wrap(_ text: String, to characters: Int, lines: Int = 2) -> [String] {
        context.wrap(text, in: style, to: Double(characters) * 6 + 0.1, lines: lines)
    }

    @Test func `lines break between words`() {
        #expect(wrap("Whole milk one gallon", to: 12) == ["Whole milk", "one gallon"])
        #expect(wrap("  Whole   milk  ", to: 12) == ["Whole milk"])
    }

    @Test func `what is left is shortened`() {
        #expect(wrap("Whole milk one gallon", to: 10, lines: 1) == ["Whole mil…"])
        #expect(wrap("Donaudampfschiff", to: 6) == ["Donau…"])
        #expect(wrap("Donaudampfschiff 9", to: 6) == ["Donau…"], "nothing comes after an ellipsis")
        #expect(wrap("Fine Donaudampfschiff", to: 8) == ["Fine", "Donauda…"])
    }

    @Test func `scripts without spaces break between characters, but not before punctuation`() {
        #expect(wrap("新鲜牛奶大包装", to: 4) == ["新鲜牛奶", "大包装"])
        #expect(wrap("食パン、6枚切り", to: 4) == ["食パン、", "6枚切り"])
        #expect(wrap("牛奶 Milk 2L", to: 7) == ["牛奶 Milk", "2L"])
    }

    @Test(arguments: ["", " ", "a", "Whole milk one gallon of it", "新鲜牛奶大包装家庭装", "นมสดพาสเจอร์ไรส์", "a-very-long-word and more"])
    func `no line is wider than its room, and all lines together are the text`(text: String) {
        for width in 1...30 {
            let lines = wrap(text, to: width, lines: 50)
            #expect(lines.allSatisfy { $0.count <= width })
            if !lines.joined().contains("…") { #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }) }
        }
    }

    @Test(arguments: ["e\u{301}e\u{302}\u{323}e\u{301}e\u{301}", "👩‍👩‍👧👨🏽‍🌾🇩🇪🇫🇷👍🏿", "विद्यार्थी क्षेत्र", "นมสดพาสเจอร์ไรส์", "ש\u{5B8}לו\u{5B9}ם", "각각각"])
    func `combining marks and joined signs stay whole when a text is shortened`(text: String) {
        let starts = Set(text.indices.map { text.unicodeScalars.distance(from: text.startIndex, to: $0) } + [text.unicodeScalars.count])
        for width in 1...text.count {
            let shown = context.fit(text, in: style, to: Double(width) * 6 + 0.1).unicodeScalars
            let kept = shown.last == "…" ? shown.dropLast() : shown[...]
            #expect(text.unicodeScalars.starts(with: kept))
            #expect(starts.contains(kept.count), "\(text) was cut within a character")
        }
    }

    @Test func `a name of the other direction that is broken is isolated on both lines`() {
        let lines = wrap("Of \u{2068}حليب طازج كامل الدسم\u{2069} and tea", to: 20)
        #expect(lines.count == 2)
        for line in lines {
            #expect(line.unicodeScalars.count { $0 == "\u{2068}" } == line.unicodeScalars.count { $0 == "\u{2069}" }, "\(line)")
        }
        #expect(lines.joined().contains("and tea"))
    }
}
