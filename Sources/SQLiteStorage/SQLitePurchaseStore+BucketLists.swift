import GRDB
public import Purchases
public import Storage

extension SQLitePurchaseStore: BucketListStore {
    public func bucketList(of user: UserID) async throws(StorageError) -> BucketList {
        try await read { db in
            guard let version = try BucketListVersion.all(of: user, from: db).first else { return BucketList() }
            return try BucketList(of: user, version: version.number, from: db) ?? BucketList()
        }
    }

    public func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) async throws -> BucketList {
        try await writeDurably { db in
            let versions = try BucketListVersion.all(of: user, from: db)
            let current = try versions.first.flatMap { try BucketList(of: user, version: $0.number, from: db) } ?? BucketList()
            if let version, version != current.version { throw BucketListError.stale(expected: version, current: current) }
            let base = versions.first?.base
            let isUndo = change == .undo
            let target = isUndo ? versions.first { $0.number == base } : nil
            let baseList =
                isUndo && base == 0 ? BucketList() : try target.flatMap { try BucketList(of: user, version: $0.number, from: db) }
            let list = try current.applying(change, at: time, base: baseList)
            guard list.version != current.version else { return list }
            let next = BucketListVersion(change, to: list, at: time, after: versions.first, target: target)
            try list.write(as: next, of: user, to: db)
            return list
        }
    }

    public func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion] {
        try await read { db in try BucketListVersion.all(of: user, from: db) }
    }
}
