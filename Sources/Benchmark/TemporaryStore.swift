import Dashboard
import Foundation
import Logging
import Purchases
import SQLiteStorage
import Server
import Signing
import Storage
import Synchronization
import Typography

/// An SQLite file for as long as something is measured.
struct TemporaryStore {
    let purchases: any PurchaseStore & BucketListStore & MailSubscriptionStore & LinkStore & ChartStore
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        purchases = try SQLitePurchaseStore(path: folder.appendingPathComponent("store.sqlite").path)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Adds a shopper with very many purchases.
    func add(_ lineCount: Int, of user: UserID) async throws {
        try await add(lineCount) { number in
            Self.purchase(user, order: number / 20, day: number / 200 % 1_400, item: number % 2_000)
        }
    }

    /// Adds shoppers with one purchase each.
    func addShoppers(_ count: Int) async throws {
        try await add(count) { number in
            Self.purchase(UserID(rawValue: "C\(1_000_000 + number)"), order: number, day: number % 700, item: number % 500)
        }
    }

    private func add(_ count: Int, _ purchase: @escaping @Sendable (Int) -> Purchase) async throws {
        let next = Mutex(0)
        _ = try await purchases.importPurchases {
            let range = next.withLock { next in
                defer { next = min(count, next + 2_048) }
                return next..<min(count, next + 2_048)
            }
            return range.map(purchase)
        }
    }

    private static func purchase(_ user: UserID, order: Int, day: Int, item: Int) -> Purchase {
        let price = Money(hundredths: Int64(100 + item % 900))
        return Purchase(
            user: user, order: OrderID(rawValue: "\(user)-\(order)"), date: CalendarDate(dayNumber: 18_262 + day), itemName: "Item \(item)",
            category: "Category \(item % 12)", quantity: 1, basePrice: UnitPrice(price), totalPrice: price)
    }

    /// Serves the file on a free port while `body` runs.
    func serving(_ typesetter: Typesetter, _ body: @escaping @Sendable (Int, CartographServer) async throws -> Void) async throws {
        var logger = Logger(label: "benchmark")
        logger.logLevel = .error
        var configuration = CartographServer.Configuration(build: "benchmark")
        configuration.port = 0
        let store = CachingPurchaseStore(purchases, revisionLifetime: .milliseconds(100))
        let signer = LinkSigner(
            keys: try KeyRing([.random(id: "benchmark")]), store: store, links: purchases, stateLifetime: .milliseconds(100)
        ) { Int64(Date().timeIntervalSince1970) }
        let server = CartographServer(
            store: store, lists: purchases, subscriptions: purchases, charts: purchases, signer: signer, typesetter: typesetter,
            pages: try DashboardPages(), access: .open(), configuration: configuration, logger: logger)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { address in continuation.yield(address.port) } }
            group.addTask {
                for await port in ports { return try await body(port, server) }
            }
            try await group.next()
            group.cancelAll()
        }
    }
}
