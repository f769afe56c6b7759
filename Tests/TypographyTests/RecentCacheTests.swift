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

    @Test func `a generation costs no more than the capacity, whatever its entries cost`() {
        var cache = RecentCache<Int, Int>(capacity: 10)
        for key in 0..<100 {
            cache.insert(key, for: key, cost: 1 + key % 4)
            var copy = cache
            let kept = (0...key).filter { copy.value(for: $0) != nil }
            #expect(kept.last == key)
            #expect(kept.reduce(0) { $0 + 1 + $1 % 4 } <= 20)
        }
    }

    @Test func `what costs more than the capacity is kept alone`() {
        var cache = RecentCache<Int, Int>(capacity: 10)
        for key in 0..<3 { cache.insert(key, for: key) }
        cache.insert(3, for: 3, cost: 50)
        cache.insert(4, for: 4)
        cache.insert(5, for: 5, cost: 10)
        var copy = cache
        #expect((0...5).filter { copy.value(for: $0) != nil } == [4, 5])
    }
}
