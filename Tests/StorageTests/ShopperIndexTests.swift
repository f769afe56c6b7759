import Hashing
import PostgresStorage
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

@Suite struct ShopperIndexTests {
    enum Kind: CaseIterable, Sendable {
        case sqlite
        case postgres(PostgresRoute)

        static let allCases: [Kind] = [.sqlite] + PostgresRoute.allCases.map(Kind.postgres)

        /// Calls `body` with an empty store of this kind.
        func withStore(_ body: (any PurchaseStore) async throws -> Void) async throws {
            switch self {
            case .sqlite: try await body(SQLitePurchaseStore(path: ":memory:"))
            case .postgres(let route): try await withPostgres(by: route) { try await body(PostgresPurchaseStore(at: $0)) }
            }
        }
    }

    /// Ids of several shapes; many share a beginning, and few have what is rare.
    private static func ids(_ count: Int) -> [String] {
        var random = SplitMix64(state: 7)
        return (0..<count).map { number in
            switch number % 10 {
            case 0: "shop-\(Int.random(in: 0..<10_000, using: &random))@example.org"
            case 1: "É\(number)ß"
            default: "C\(1_000_000 + Int.random(in: 0..<900_000, using: &random))"
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `every part of an id is found, page after page, whenever its shopper came`(kind: Kind) async throws {
        let ids = Self.ids(2_500)
        let all = Set(ids).map(UserID.init).sorted()
        try await kind.withStore { store in
            // First so many that they are indexed at once, then as many again, then few that wait.
            for part in [ids[..<1_200], ids[1_200..<2_400], ids[2_400...]] { try await store.add(part.map { .sample($0) }) }
            var texts = ["c1", "9", "ß", "é", "É1", "EXAMPLE", "@", "shop-77", "zzz", "c1777777777", "00", "p-1", "org", "\u{0}"]
            texts += stride(from: 0, to: ids.count, by: 500).map { String(ids[$0].dropFirst(2).prefix(4)) }
            for text in texts {
                let expected = all.filter(UserSearch(text).matches)
                var found: [UserID] = []
                while case let page = try await store.users(matching: text, after: found.last, limit: 150).value, !page.isEmpty {
                    found += page
                }
                #expect(found == expected, "\(text)")
            }
        }
    }

    @Test func `a list of ids is read as it was written`() throws {
        let ids = Set(Self.ids(500) + ["", "\u{0}", "a", "aa", String(repeating: "x", count: 300)]).sorted { $0.precedesByBytes($1) }
        let list = IDList(ids)
        #expect(IDList(decoding: list.bytes) == list)
        var halves = IDList(ids.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        halves.merge(ids.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
        #expect(halves.ids == ids.enumerated().filter { $0.offset % 3 == 0 || $0.offset % 2 == 0 }.map(\.element))
    }

    @Test func `bytes that are no list of ids are refused, and cost nothing`() {
        for bytes: [UInt8] in [[1, 0], [0, 5, 65], [0], [0xff, 0xff, 0xff, 0xff, 0xff], [0, 0xff, 0xff, 0xff, 0x7f]] {
            #expect(IDList(decoding: bytes) == nil)
        }
    }
}
