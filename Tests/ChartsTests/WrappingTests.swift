import Drawing
import Testing

@testable import Charts

@Suite struct WrappingTests {
    /// Every character is 6 points wide.
    private let sheet = Sheet(
        size: Size(width: 320, height: 200), theme: .light, text: FixedAdvance(advancePerEm: 0.6), locale: .americanEnglish
    )
    private let font = Font(size: 10)

    private func wrap(_ text: String, to characters: Int, lines: Int = 2) -> [String] {
        sheet.wrap(text, in: font, to: Double(characters) * 6 + 0.1, lines: lines)
    }

    @Test func `lines break between words`() {
        #expect(wrap("Whole milk one gallon", to: 12) == ["Whole milk", "one gallon"])
        #expect(wrap("  Whole   milk  ", to: 12) == ["Whole milk"])
    }

    @Test func `what is left is shortened`() {
        #expect(wrap("Whole milk one gallon", to: 10, lines: 1) == ["Whole mil…"])
        #expect(wrap("Donaudampfschiff", to: 6) == ["Donau…"])
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
}
