public import Purchases

/// A store of bucket lists that forgets everything when it goes away.
public actor InMemoryBucketListStore: BucketListStore {
    private struct Record {
        var version: BucketListVersion
        var list: BucketList
    }

    /// The newest first.
    private var records: [ExactText: [Record]] = [:]

    public init() {}

    public func bucketList(of user: UserID) -> BucketList { records[ExactText(user.rawValue)]?.first?.list ?? BucketList() }

    public func changeBucketList(
        of user: UserID, _ change: BucketListChange, ifVersion version: Int?, at time: Int64
    ) throws -> BucketList {
        let key = ExactText(user.rawValue)
        var kept = records[key] ?? []
        let current = kept.first?.list ?? BucketList()
        if let version, version != current.version { throw BucketListError.stale(expected: version, current: current) }
        let base = kept.first?.version.base
        let target = kept.first { $0.version.number == base }
        let list = try current.applying(change, at: time, base: base == 0 ? BucketList() : target?.list)
        guard list.version != current.version else { return list }
        kept.insert(
            Record(version: BucketListVersion(change, to: list, at: time, after: kept.first?.version, target: target?.version), list: list),
            at: 0
        )
        records[key] = Array(kept.prefix(BucketListVersion.keptCount(of: kept.map(\.version))))
        return list
    }

    public func bucketListHistory(of user: UserID) -> [BucketListVersion] {
        records[ExactText(user.rawValue)]?.map(\.version) ?? []
    }
}
