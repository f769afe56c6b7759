import Testing

@testable import Typography

@Suite struct TextItemTests {
    private let latin = BundledFont.all[0].script
    private let arabic = BundledFont.all[1].script

    private static func item(_ start: Int, level: UInt8) -> TextItem {
        TextItem(range: start..<start + 1, face: nil, level: level, script: nil)
    }

    private func order(_ levels: [UInt8]) -> [Int] {
        levels.enumerated().map { Self.item($0, level: $1) }.inVisualOrder().map(\.range.lowerBound)
    }

    @Test func `what runs from left to right stays in its order`() {
        #expect(order([]) == [])
        #expect(order([0]) == [0])
        #expect(order([0, 0, 2, 0]) == [0, 1, 2, 3])
    }

    @Test func `what runs from right to left is reversed, and what runs otherwise within it twice`() {
        #expect(order([1, 1, 1]) == [2, 1, 0])
        #expect(order([0, 1, 1, 0]) == [0, 2, 1, 3])
        #expect(order([1, 2, 1]) == [2, 1, 0])
        #expect(order([1, 2, 2, 1]) == [3, 1, 2, 0])
        #expect(order([0, 1, 2, 3, 2, 1, 0]) == [0, 5, 2, 3, 4, 1, 6])
    }

    /// The item, if `item` can take `next` in.
    private func joined(_ script: TextItem.Script?, _ next: TextItem) -> TextItem? {
        var item = TextItem(range: 0..<2, face: nil, level: 0, script: script)
        return item.absorb(next) ? item : nil
    }

    @Test func `items that differ in level or script are not joined`() {
        #expect(joined(latin, TextItem(range: 2..<3, face: nil, level: 0, script: nil))?.range == 0..<3)
        #expect(joined(latin, TextItem(range: 2..<3, face: nil, level: 0, script: latin))?.range == 0..<3)
        #expect(joined(latin, TextItem(range: 2..<3, face: nil, level: 0, script: arabic)) == nil)
        #expect(joined(latin, TextItem(range: 2..<3, face: nil, level: 1, script: nil)) == nil)
    }

    @Test func `a sign before the first letter takes its script`() {
        #expect(joined(nil, TextItem(range: 2..<3, face: nil, level: 0, script: arabic))?.script == arabic)
    }

    @Test(arguments: [("骨", "zh-Hans"), ("骨のほね", "ja"), ("骨カ", "ja"), ("뼈 骨", "ko"), ("骨ㄅ", "zh-Hant"), ("骨 bone", "zh-Hans")])
    func `characters that three languages share are drawn as the line's other letters say`(_ line: String, _ language: String) throws {
        let items = try Typesetter().items(of: line)
        #expect("\(items.languageOfSharedCharacters)" == language)
    }
}
