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

/// A database for as long as something is measured: an SQLite file, or one that is there.
struct TemporaryStore: Sendable {
    let purchases: any PurchaseStore & BucketListStore & MailSubscriptionStore & LinkStore & ChartStore
    /// Of the file, if it is one.
    private let folder: URL?

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder
        purchases = try SQLitePurchaseStore(path: folder.appendingPathComponent("store.sqlite").path)
    }

    init(_ purchases: any PurchaseStore & BucketListStore & MailSubscriptionStore & LinkStore & ChartStore) {
        (self.purchases, folder) = (purchases, nil)
    }

    /// Opens the same file once more.
    init(reopening other: TemporaryStore) throws {
        folder = other.folder
        let file = other.folder?.appendingPathComponent("store.sqlite").path
        purchases = if let file { try SQLitePurchaseStore(path: file) } else { other.purchases }
    }

    func remove() { if let folder { try? FileManager.default.removeItem(at: folder) } }

    /// Bytes of all files.
    var size: Int {
        get throws {
            guard let folder else { return 0 }
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
            return try files.reduce(0) { $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
        }
    }

    static func shopper(_ number: Int) -> UserID { UserID(rawValue: "C\(1_000_000 + number)") }

    /// Adds so many lines in orders of ten, an order of each of so many shoppers in turn, each later than before.
    ///
    /// - Parameter round: tells one addition from another: the later has the higher.
    func addOrders(lines: Int, of users: Int, round: Int = 0) async throws {
        try await add(lines) { line in
            let (user, turn) = (line / 10 % users, line / 10 / users)
            // Everybody has habits of their own.
            return Self.purchase(
                Self.shopper(user), order: round * 10_000 + turn, day: round * 350 + turn * 7 + user % 7,
                item: (user * 31 + line % 10 * 17 + turn % 5 * 3) % 2_000)
        }
    }

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
