import Purchases

@testable import LogReading
import Testing

@Suite struct StringCacheTests {
    @Test func `a string is the same however often it comes, and whatever came between`() throws {
        var cache = StringCache()
        // More than there are slots, so that all are used again.
        let texts = (0..<20_000).map { "item number \($0)" }
        let read = try (texts + texts).map { text in try cache.string(Array(text.utf8).span, limit: 100) }
        #expect(read == texts + texts)
    }

    @Test func `an empty text is a string too`() throws {
        var cache = StringCache()
        #expect(try cache.string([UInt8]().span, limit: 1) == "")
    }

    @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF] as [UInt32])
    func `noncharacters, which no document may have, are replaced`(number: UInt32) throws {
        let character = Character(try #require(Unicode.Scalar(number)))
        var cache = StringCache()
        for _ in 0..<2 {
            let text = try cache.string(Array("Tea \(character)\u{FDCF}\(character)".utf8).span, limit: 100)
            #expect(text == "Tea \u{FFFD}\u{FDCF}\u{FFFD}")
        }
    }

    @Test func `every other character stays as it is`() throws {
        var cache = StringCache()
        for text in ["\u{FFFD}", "\u{FDF0}", "\u{FDCF}", "\u{FFFC}", "\u{FB7F}", "\u{1F9FF}", "\u{BFFF}", "ﷺ 日本 🧿"] {
            #expect(try cache.string(Array(text.utf8).span, limit: 100).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }
}
