import Purchases
import Storage

/// A store of bucket lists to which somebody else adds an item whenever a list was read or written.
struct BusyListStore: BucketListStore {
    private let base = InMemoryBucketListStore()

    func bucketList(of user: UserID) async throws(StorageError) -> BucketList {
        let list = await base.bucketList(of: user)
        // Whoever writes first finds the list as it was read.
        if list.version > 0 { await add(to: user) }
        return list
    }

    func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) async throws -> BucketList {
        let list = try await base.changeBucketList(of: user, change, ifVersion: version, at: time)
        await add(to: user)
        return list
    }

    func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion] {
        await base.bucketListHistory(of: user)
    }

    private func add(to user: UserID) async {
        _ = try? await base.changeBucketList(of: user, .add(.init(name: "Ink"), position: nil), ifVersion: nil, at: 0)
    }
}
