import PostgresStorage
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

/// What every store of charts promises.
@Suite struct ChartStoreTests {
    enum Kind: CaseIterable, Sendable {
        case memory, sqlite, postgres

        /// Calls `body` with an empty store of this kind.
        func withStore(_ body: (any ChartStore) async throws -> Void) async throws {
            switch self {
            case .memory: try await body(InMemoryChartStore())
            case .sqlite: try await withTemporaryFile { try await body(SQLitePurchaseStore(path: $0)) }
            case .postgres: try await withPostgres { try await body(PostgresPurchaseStore(at: $0)) }
            }
        }
    }

    private let limits = KeptChartLimits()

    private func chart(_ id: String, _ content: String = "{}", creation: Int64 = 100, expiry: Int64? = nil) -> KeptChart {
        KeptChart(
            id: id, title: "Café “1”", content: Array(content.utf8), creation: Timestamp(creation), expiry: expiry.map { Timestamp($0) })
    }

    @Test(arguments: Kind.allCases)
    func `the first secret is kept`(kind: Kind) async throws {
        try await kind.withStore { store in
            let first = try await store.chartSecret(orKeep: [0, 1, 0xab, 0xff])
            let second = try await store.chartSecret(orKeep: [9])
            #expect(first == [0, 1, 0xab, 0xff] && second == first)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a chart is kept as it is, for ever or until it expires`(kind: Kind) async throws {
        try await kind.withStore { store in
            let (lasting, passing) = (chart("a", "{\"é\":[1]}\u{0}"), chart("b", expiry: 200))
            for chart in [lasting, passing] { try await store.keep(chart, within: limits, at: Timestamp(100)) }
            let before = [try await store.chart("a", at: Timestamp(199)), try await store.chart("b", at: Timestamp(199))]
            #expect(before == [lasting, passing])
            let after = [try await store.chart("a", at: Timestamp(200)), try await store.chart("b", at: Timestamp(200))]
            #expect(after == [lasting, nil])
            let unknown = try await store.chart("A", at: Timestamp(0))
            #expect(unknown == nil)
        }
    }

    @Test(arguments: Kind.allCases)
    func `a chart that is kept again is one chart, and lasts until the later time`(kind: Kind) async throws {
        try await kind.withStore { store in
            for expiry in [200, 300, 250] as [Int64] {
                try await store.keep(chart("a", expiry: expiry), within: limits, at: Timestamp(100))
            }
            let once = try await store.charts(after: nil, limit: 9)
            #expect(once.map(\.expiry) == [Timestamp(300)])
            try await store.keep(chart("a"), within: limits, at: Timestamp(100))
            try await store.keep(chart("a", expiry: 400), within: limits, at: Timestamp(100))
            let forever = try await store.charts(after: nil, limit: 9)
            #expect(forever.map(\.expiry) == [nil])
        }
    }

    @Test(arguments: Kind.allCases)
    func `a store that is full refuses a chart, and takes it when others have expired or were removed`(kind: Kind) async throws {
        try await kind.withStore { store in
            var limits = limits
            (limits.count, limits.byteCount, limits.chartSize) = (3, 10, 6)
            await #expect(throws: KeptChartError.tooLarge(limit: 6)) {
                try await store.keep(chart("z", "1234567"), within: limits, at: Timestamp(100))
            }
            try await store.keep(chart("a", "12345"), within: limits, at: Timestamp(100))
            try await store.keep(chart("b", "1234", expiry: 150), within: limits, at: Timestamp(100))
            await #expect(throws: KeptChartError.full) { try await store.keep(chart("c", "12"), within: limits, at: Timestamp(100)) }
            try await store.keep(chart("a", "12345"), within: limits, at: Timestamp(100))
            try await store.keep(chart("c", "12"), within: limits, at: Timestamp(150))
            try await store.keep(chart("d", "1"), within: limits, at: Timestamp(150))
            await #expect(throws: KeptChartError.full) { try await store.keep(chart("e", "1"), within: limits, at: Timestamp(150)) }
            let removals = [try await store.removeChart("c"), try await store.removeChart("c")]
            #expect(removals == [true, false])
            try await store.keep(chart("e", "1"), within: limits, at: Timestamp(150))
            let ids = try await store.charts(after: nil, limit: 9).map(\.id)
            #expect(Set(ids) == ["a", "d", "e"])
        }
    }

    @Test(arguments: Kind.allCases)
    func `where limits say so, those go that nobody has asked for the longest`(kind: Kind) async throws {
        try await kind.withStore { store in
            var limits = limits
            (limits.count, limits.dropsUnused) = (3, true)
            for id in ["a", "b", "c"] { try await store.keep(chart(id), within: limits, at: Timestamp(100)) }
            let day = Timestamp(100).day
            try await store.noteUse(ofChart: "a", on: day.adding(days: 2))
            try await store.noteUse(ofChart: "a", on: day)
            try await store.noteUse(ofChart: "c", on: day.adding(days: 1))
            for id in ["d", "e"] {
                try await store.keep(chart(id, creation: 86_400 * 3), within: limits, at: Timestamp(86_400 * 3))
            }
            let ids = try await store.charts(after: nil, limit: 9).map(\.id)
            #expect(ids == ["a", "d", "e"])
            limits.byteCount = 1
            await #expect(throws: KeptChartError.full) { try await store.keep(chart("f"), within: limits, at: Timestamp(100)) }
            // What was refused cost nobody their chart.
            let left = try await store.charts(after: nil, limit: 9)
            #expect(left.count == 3)
        }
    }

    @Test(arguments: Kind.allCases)
    func `the list comes in pages, the oldest first`(kind: Kind) async throws {
        try await kind.withStore { store in
            for (id, time) in [("b", 1), ("a", 2), ("d", 2), ("c", 0)] as [(String, Int64)] {
                try await store.keep(chart(id, creation: time), within: limits, at: Timestamp(5))
            }
            var (ids, last): ([String], KeptChart.Summary?) = ([], nil)
            repeat {
                let page = try await store.charts(after: last, limit: 3)
                ids += page.map(\.id)
                last = page.count == 3 ? page.last : nil
            } while last != nil
            #expect(ids == ["c", "b", "a", "d"])
        }
    }

    @Test func `servers that keep charts at once stay within the limits together`() async throws {
        try await withPostgres { address in
            let stores = [try PostgresPurchaseStore(at: address), try PostgresPurchaseStore(at: address)]
            var limits = limits
            limits.count = 10
            let kept = await withTaskGroup(of: Bool.self) { [limits] group in
                for number in 0..<30 {
                    group.addTask {
                        let chart = KeptChart(id: "\(number)", content: [1], creation: Timestamp(1))
                        return (try? await stores[number % 2].keep(chart, within: limits, at: Timestamp(1))) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(kept == 10)
            let first = try await stores[0].charts(after: nil, limit: 99).map(\.id)
            let second = try await stores[1].charts(after: nil, limit: 99).map(\.id)
            #expect(first.count == 10 && first == second)
        }
    }
}
