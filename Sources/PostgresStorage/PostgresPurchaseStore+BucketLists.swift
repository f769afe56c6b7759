public import Purchases
public import Storage

extension PostgresPurchaseStore: BucketListStore {
    public func bucketList(of user: UserID) async throws(StorageError) -> BucketList {
        try await readMoment { connection in
            guard let version = try BucketListVersion.all(of: user, from: connection).first else { return BucketList() }
            return try BucketList(of: user, version: version.number, from: connection) ?? BucketList()
        }
    }

    public func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) async throws -> BucketList {
        try await write(of: user) { connection in
            let versions = try BucketListVersion.all(of: user, from: connection)
            let (list, next) = try change.applied(to: versions, ifVersion: version, at: time) { number in
                try BucketList(of: user, version: number, from: connection)
            }
            if let next { try list.write(as: next, of: user, to: connection) }
            return list
        }
    }

    public func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion] {
        try await read { try BucketListVersion.all(of: user, from: $0) }
    }
}
