import Synchronization
import Testing

@testable import Storage

@Suite struct ReadAheadTests {
    private struct Stop: Error {}

    @Test func `values come in the order they were made, the last one included`() throws {
        let counter = Mutex(0)
        let values = ReadAhead(depth: 3, isLast: { $0 == 100 }) {
            counter.withLock {
                $0 += 1; return $0
            }
        }
        #expect(try (1...100).map { _ in try values.next() } == Array(1...100))
    }

    @Test func `an error comes in its place`() throws {
        let counter = Mutex(0)
        let values = ReadAhead(depth: 3, isLast: { _ in false }) {
            try counter.withLock { count in
                count += 1
                if count == 3 { throw Stop() }
                return count
            }
        }
        #expect(try values.next() == 1)
        #expect(try values.next() == 2)
        #expect(throws: Stop.self) { try values.next() }
        #expect(counter.withLock { $0 } == 3)
    }

    @Test func `no more is made than may wait`() throws {
        let counter = Mutex(0)
        let values = ReadAhead(depth: 4, isLast: { _ in false }) {
            counter.withLock {
                $0 += 1; return $0
            }
        }
        for taken in 1...50 {
            #expect(try values.next() == taken)
            #expect(counter.withLock { $0 } <= taken + 4)
        }
        values.stop()
    }
}
