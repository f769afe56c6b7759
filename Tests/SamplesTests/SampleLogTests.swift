import Purchases
import Testing

@testable import Samples

struct SampleLogTests {
    @Test func `a log begins in January 2023 with the default seed`() throws {
        let log = try SampleLog(users: 2, months: 3)
        #expect(log.startingIn == Month(year: 2023, month: 1))
        #expect(log.seed == SampleLog.defaultSeed)
    }

    @Test func `the same seed gives the same bytes, another seed others`() throws {
        let bytes = try SampleLog(users: 3, months: 5, seed: 9).bytes
        #expect(try SampleLog(users: 3, months: 5, seed: 9).bytes == bytes)
        #expect(try SampleLog(users: 3, months: 5, seed: 10).bytes != bytes)
    }

    @Test func `the log of fewer users is the beginning of the log of more`() throws {
        let few = try SampleLog(users: 2, months: 6, seed: 5).bytes
        let many = try SampleLog(users: 5, months: 6, seed: 5).bytes
        #expect(many.starts(with: few))
        #expect(many.count > few.count)
    }

    @Test func `chunks are about 64 KB and end with a line's end`() throws {
        var sizes: [Int] = []
        try SampleLog(users: 4, months: 24).write { chunk in
            sizes.append(chunk.count)
            #expect(chunk.last == UInt8(ascii: "\n"))
        }
        #expect(sizes.count > 3)
        #expect(sizes.dropLast().allSatisfy { (64 * 1024...80 * 1024).contains($0) })
    }

    @Test func `what the sink throws ends the writing`() throws {
        struct Full: Error {}
        let log = try SampleLog(users: 100, months: 24)
        var chunks = 0
        #expect(throws: Full.self) {
            try log.write { (_: [UInt8]) throws(Full) in
                chunks += 1
                if chunks == 2 { throw Full() }
            }
        }
        #expect(chunks == 2)
    }

    @Test func `the estimate is right to within a tenth`() throws {
        let log = try SampleLog(users: 60, months: 24, seed: 3)
        var rows = -1
        log.write { chunk in rows += chunk.count { $0 == UInt8(ascii: "\n") } }
        #expect(abs(rows - log.estimatedRowCount) * 10 < rows)
    }

    @Test func `a log that would be empty or endless is refused in words`() throws {
        #expect(throws: SampleLogError.users(0)) { try SampleLog(users: 0, months: 24) }
        #expect(throws: SampleLogError.users(10_000_001)) { try SampleLog(users: 10_000_001, months: 24) }
        #expect(throws: SampleLogError.months(241)) { try SampleLog(users: 1, months: 241) }
        let december = try #require(Month(year: 9999, month: 12))
        #expect(try SampleLog(users: 1, months: 1, startingIn: december).lines.isEmpty == false)
        #expect(throws: SampleLogError.endsTooLate(startingIn: december, months: 2)) {
            try SampleLog(users: 1, months: 2, startingIn: december)
        }
        #expect(SampleLogError.users(0).description == "There is no log of 0 shoppers. Ask for 1 to 10000000.")
    }

    @Test func `a log can begin in the first month there is, and last 240`() throws {
        let first = try #require(Month(year: 1, month: 1))
        let lines = try SampleLog(users: 1, months: 240, startingIn: first).lines
        let rows = lines.compactMap { SampleRow($0) }
        #expect(rows.count == lines.count)
        #expect(rows.allSatisfy { (1...20).contains($0.date.year) })
    }
}
