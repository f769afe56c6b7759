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
            let (list, next) = try change.applied(to: versions, ifVersion: version, at: time) { number in
                try BucketList(of: user, version: number, from: db)
            }
            if let next { try list.write(as: next, of: user, to: db) }
            return list
        }
    }

    public func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion] {
        try await read { db in try BucketListVersion.all(of: user, from: db) }
    }
}
