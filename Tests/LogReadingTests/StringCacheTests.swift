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
}
