import Testing

@testable import Typography

@Suite struct RecentCacheTests {
    @Test func `it forgets nothing until it holds its capacity`() {
        var cache = RecentCache<Int, Int>(capacity: 10)
        for key in 0..<10 { cache.insert(key * key, for: key) }
        for key in 0..<10 { #expect(cache.value(for: key) == key * key) }
        #expect(cache.value(for: 10) == nil)
    }

    @Test func `it never holds more than two generations`() {
        var cache = RecentCache<Int, Int>(capacity: 10)
        for key in 0..<1000 {
            cache.insert(key, for: key)
            #expect(cache.count <= 20)
            #expect(cache.value(for: key) == key)
        }
    }

    @Test func `what is asked for all the time stays`() {
        var cache = RecentCache<Int, Int>(capacity: 10)
        cache.insert(1, for: -1)
        for key in 0..<1000 {
            cache.insert(key, for: key)
            #expect(cache.value(for: -1) == 1)
        }
    }

    @Test func `a value put in again does not begin a new generation`() {
        var cache = RecentCache<Int, Int>(capacity: 2)
        cache.insert(1, for: 1)
        cache.insert(2, for: 2)
        for value in 0..<10 { cache.insert(value, for: 2) }
        #expect(cache.value(for: 1) == 1)
        #expect(cache.value(for: 2) == 9)
    }
}
