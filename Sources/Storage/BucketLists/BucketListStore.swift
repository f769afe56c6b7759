public import Purchases

/// Where bucket lists are kept, with what they were before.
///
/// Every implementation passes the same tests, `BucketListStoreTests`. What was acknowledged is on the disk.
public protocol BucketListStore: Sendable {
    /// Returns the shopper's list; one that nobody wrote to is empty and at version 0.
    func bucketList(of user: UserID) async throws(StorageError) -> BucketList

    /// Changes the list, as a whole or not at all, and returns it as it is then.
    ///
    /// Changes to one list happen one after the other.
    ///
    /// - Parameters:
    ///   - version: the version that the change is meant for; nil for whichever is there.
    ///   - time: the time of the change, in seconds since 1970 UTC.
    /// - Throws: `BucketListError` or `StorageError`.
    func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) async throws -> BucketList

    /// Returns the changes whose outcome is kept, the newest first; at most `BucketListVersion.countLimit`.
    func bucketListHistory(of user: UserID) async throws(StorageError) -> [BucketListVersion]
}
