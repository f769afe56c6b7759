import Foundation
import Glibc
import Hashing
import Purchases
import SQLStorage
import SQLiteStorage
import Storage
import Testing

/// A disk with little room, which only root can make.
private struct SmallDisk {
    let folder: URL

    static var isPossible: Bool { (try? SmallDisk(megabytes: 1).remove()) != nil }

    init(megabytes: Int) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let status = mount("tmpfs", folder.path, "tmpfs", 0, "size=\(megabytes)m")
        guard status == 0 else {
            try FileManager.default.removeItem(at: folder)
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    var database: String { folder.appending(path: "shop.sqlite").path }

    /// How many bytes are free.
    var room: Int {
        var status = statvfs()
        return statvfs(folder.path, &status) == 0 ? Int(status.f_bavail) * Int(status.f_frsize) : 0
    }

    func remove() throws {
        umount2(folder.path, Int32(MNT_DETACH))
        try FileManager.default.removeItem(at: folder)
    }
}

@Suite(.enabled(if: SmallDisk.isPossible, "a file system can be mounted"), .serialized) struct FullDiskTests {
    private func withDisk(_ megabytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
        let disk = try SmallDisk(megabytes: megabytes)
        let result: Result<Void, any Error>
        do { result = .success(try await body(disk)) } catch { result = .failure(error) }
        try disk.remove()
        try result.get()
    }

    /// Batches of an import, each of 2,000 lines in orders of their own and of a shopper of their own, with names that do not shrink.
    private func batches(_ count: Int, of user: String) -> @Sendable () throws -> [Purchase] {
        let left = Counter(count)
        return {
            guard let number = left.next() else { return [] }
            var generator = SplitMix64(state: UInt64(number))
            return (0..<2_000).map { line in
                Purchase(
                    user: UserID(rawValue: number == 0 ? user : "\(user)-\(number)"), order: OrderID(rawValue: "\(number)-\(line)"),
                    date: CalendarDate(dayNumber: 19_000 + number),
                    itemName: (0..<4).map { _ in String(generator.next(), radix: 36) }.joined(), category: "Pantry",
                    basePrice: UnitPrice(hundredths: 199), totalPrice: Money(hundredths: 199)
                )
            }
        }
    }

    private final class Counter: @unchecked Sendable {
        // One import calls it from one thread at a time.
        private var left: Int
        init(_ count: Int) { left = count }

        func next() -> Int? {
            guard left > 0 else { return nil }
            left -= 1
            return left
        }
    }

    @Test func `an import that the disk is too small for says so, gives its room back, and edits go on`() async throws {
        try await withDisk(24) { disk in
            let store = try SQLitePurchaseStore(path: disk.database)
            _ = try await store.importPurchases(batches(1, of: "S7"))
            let before = disk.room
            let error = await #expect(throws: StorageError.self) { try await store.importPurchases(batches(100, of: "S8")) }
            guard case .unusable(.full, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(disk.room > before - (2 << 20), "\(disk.room) of \(before)")
            try await store.checkAvailability()
            // More than fit without bringing the log into the file now and then.
            for number in 0..<600 {
                _ = try await store.addMailSubscription(
                    MailSubscription.Terms(
                        user: UserID(rawValue: "S7"), recipient: "a@example.org", sender: "b@example.org", schedule: "monthly 1",
                        options: String(repeating: "x", count: 2_000)
                    ), due: Int64(number)
                )
            }
            _ = try await store.importPurchases(batches(1, of: "S9"))
            #expect(try await store.users(matching: nil, after: nil, limit: 9).value.map(\.rawValue) == ["S7", "S9"])
        }
    }

    @Test func `a store on a full disk is not available`() async throws {
        try await withDisk(4) { disk in
            let store = try SQLitePurchaseStore(path: disk.database)
            try await store.checkAvailability()
            let filler = open(disk.folder.appending(path: "filler").path, O_WRONLY | O_CREAT, 0o600)
            let zeros = [UInt8](repeating: 1, count: 65_536)
            while write(filler, zeros, zeros.count) > 0 {}
            close(filler)
            let error = await #expect(throws: StorageError.self) { try await store.checkAvailability() }
            guard case .unusable(.full, _) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}

@Suite struct AvailabilityTests {
    private func fault(of store: SQLitePurchaseStore) async -> StorageError.Fault? {
        do {
            try await store.checkAvailability()
            return nil
        } catch .unusable(let fault, _) {
            return fault
        } catch {
            return nil
        }
    }

    @Test func `a store whose file was removed or replaced is not available`() async throws {
        try await withTemporaryFile { path in
            let store = try SQLitePurchaseStore(path: path)
            #expect(await fault(of: store) == nil)
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            #expect(await fault(of: store) == .replaced)
            try Data().write(to: URL(filePath: path))
            #expect(await fault(of: store) == .replaced)
        }
    }

    @Test func `a store with damaged pages is not available once that is known`() async throws {
        try await withTemporaryFile { path in
            do {
                let store = try SQLitePurchaseStore(path: path)
                for number in 0..<40 {
                    _ = try await store.addMailSubscription(
                        MailSubscription.Terms(
                            user: UserID(rawValue: "S\(number)"), recipient: "a", sender: "b", schedule: "c",
                            options: String(repeating: "x", count: 5_000)
                        ), due: 0
                    )
                }
                try await store.backUp(to: path + ".copy")
            }
            let copy = path + ".copy"
            let file = try #require(FileHandle(forUpdatingAtPath: copy))
            let size = try file.seekToEnd()
            // The last third: pages of subscriptions, and none that opening reads.
            for place in stride(from: size * 2 / 3 / 8_192 * 8_192, to: size, by: 8_192) {
                try file.seek(toOffset: place)
                try file.write(contentsOf: Data(repeating: 0xA5, count: 64))
            }
            try file.close()
            let store = try SQLitePurchaseStore(path: copy)
            // The first look finds it, and that may take a while.
            for _ in 0..<500 {
                if await fault(of: store) == .damaged { break }
                try await Task.sleep(for: .milliseconds(10))
            }
            #expect(await fault(of: store) == .damaged)
        }
    }
}
