extension BucketListChange {
    /// Returns the list with this change made to it, and the record of the change; none when nothing changed.
    ///
    /// - Parameters:
    ///   - versions: what is kept of the list, the newest first.
    ///   - version: the version that the change is meant for; nil for whichever is there.
    ///   - time: the time of the change, in seconds since 1970 UTC.
    ///   - load: returns the list as it was at a version that is kept.
    /// - Throws: `BucketListError`, or whatever `load` throws.
    package func applied(
        to versions: [BucketListVersion], ifVersion version: Int?, at time: Int64, load: (Int) throws -> BucketList?
    ) throws -> (list: BucketList, record: BucketListVersion?) {
        let last = versions.first
        let current = try last.flatMap { try load($0.number) } ?? BucketList()
        if let version, version != current.version { throw BucketListError.stale(expected: version, current: current) }
        let isUndo = self == .undo
        let target = isUndo ? versions.first { $0.number == last?.base } : nil
        let base = isUndo && last?.base == 0 ? BucketList() : try target.flatMap { try load($0.number) }
        let list = try current.applying(self, at: time, base: base)
        guard list.version != current.version else { return (list, nil) }
        return (list, BucketListVersion(self, to: list, at: time, after: last, target: target))
    }
}
