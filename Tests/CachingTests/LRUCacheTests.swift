import Caching
import Testing

@Suite struct LRUCacheTests {
    @Test func `it forgets nothing until it holds its capacity`() {
        var cache = LRUCache<Int, Int>(capacity: 10)
        #expect(cache.cost == 0 && cache.count == 0)
        for key in 0..<10 { cache.insert(key * key, for: key) }
        for key in 0..<10 { #expect(cache.value(for: key) == key * key) }
        #expect(cache.value(for: 10) == nil)
        #expect(cache.cost == 10 && cache.count == 10)
    }

    @Test func `the least recently used value goes first`() {
        var cache = LRUCache<String, Int>(capacity: 3)
        for (value, key) in ["a", "b", "c"].enumerated() { cache.insert(value, for: key) }
        #expect(cache.value(for: "a") == 0)
        cache.insert(3, for: "d")
        #expect(cache.value(for: "b") == nil)
        cache.insert(4, for: "e", cost: 2)
        #expect(cache.value(for: "c") == nil && cache.value(for: "a") == nil)
        #expect(cache.value(for: "d") == 3 && cache.value(for: "e") == 4)
        #expect(cache.cost == 3)
    }

    @Test func `what costs more than the capacity is not kept and drives nothing out`() {
        var cache = LRUCache<String, Int>(capacity: 3)
        cache.insert(1, for: "a")
        cache.insert(2, for: "b", cost: 4)
        #expect(cache.value(for: "a") == 1 && cache.value(for: "b") == nil)
        cache.insert(3, for: "a", cost: 4)
        #expect(cache.value(for: "a") == nil && cache.cost == 0)
    }

    /// The same as the cache, written the slow way: keys in the order of their use, the newest last.
    private struct Model {
        let capacity: Int
        var entries: [(key: Int, value: Int, cost: Int)] = []

        var cost: Int { entries.reduce(0) { $0 + $1.cost } }

        mutating func value(for key: Int) -> Int? {
            guard let index = entries.firstIndex(where: { $0.key == key }) else { return nil }
            entries.append(entries.remove(at: index))
            return entries[entries.count - 1].value
        }

        mutating func insert(_ value: Int, for key: Int, cost: Int) {
            removeValue(for: key)
            guard cost <= capacity else { return }
            while self.cost + cost > capacity { entries.removeFirst() }
            entries.append((key, value, cost))
        }

        mutating func removeValue(for key: Int) { entries.removeAll { $0.key == key } }
    }

    @Test(arguments: [0, 1, 7, 40])
    func `any sequence of uses leaves what a list in the order of use would hold`(capacity: Int) {
        var (cache, model) = (LRUCache<Int, Int>(capacity: capacity), Model(capacity: capacity))
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for step in 0..<5_000 {
            let key = random(30)
            switch random(5) {
            case 0, 1:
                let cost = random(9)
                cache.insert(step, for: key, cost: cost)
                model.insert(step, for: key, cost: cost)
            case 2:
                cache.removeValue(for: key)
                model.removeValue(for: key)
            default:
                let (value, expected) = (cache.value(for: key), model.value(for: key))
                #expect(value == expected)
            }
            #expect(cache.cost == model.cost && cache.count == model.entries.count)
            #expect(cache.cost <= capacity)
        }
    }
}
