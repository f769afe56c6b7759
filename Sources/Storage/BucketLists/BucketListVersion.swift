/// A bucket list as it was after one change, and what the change was.
public struct BucketListVersion: Hashable, Sendable {
    public var number: Int
    public var kind: BucketListChange.Kind
    /// When, in seconds since 1970 UTC.
    public var time: Int64
    public var itemCount: Int
    /// The version that undoing this change leads back to, 0 for the list before its first change; nil when there is none.
    public var base: Int?

    public init(number: Int, kind: BucketListChange.Kind, time: Int64, itemCount: Int, base: Int?) {
        self.number = number
        self.kind = kind
        self.time = time
        self.itemCount = itemCount
        self.base = base
    }
}

extension BucketListVersion {
    /// How many versions of a list are kept, the current one included: an undo is a version too, so a hundred changes can be undone.
    public static let countLimit = 200
    /// How many items all versions of a list that are kept may have, which bounds what a list takes to about three megabytes; twenty-five
    /// changes to a full one can be undone. The current version is kept whatever it has.
    static let itemLimit = 25_000

    /// Makes the record of a change.
    ///
    /// - Parameters:
    ///   - last: the version before; nil before the first.
    ///   - target: the version that an undo went back to; nil when that is the list before its first change.
    package init(
        _ change: BucketListChange, to list: BucketList, at time: Int64, after last: BucketListVersion?, target: BucketListVersion?
    ) {
        let base = change == .undo ? target?.base : last?.number ?? 0
        self.init(number: list.version, kind: change.kind, time: time, itemCount: list.items.count, base: base)
    }

    /// Returns how many of the versions are kept.
    ///
    /// - Parameter versions: the newest first.
    package static func keptCount(of versions: [BucketListVersion]) -> Int {
        var items = 0
        let fitting = versions.prefix(countLimit).prefix { version in
            items += version.itemCount
            return items <= itemLimit
        }
        return max(fitting.count, min(versions.count, 1))
    }
}
