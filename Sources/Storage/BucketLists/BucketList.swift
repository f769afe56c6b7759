/// What a shopper means to buy, in their own order, as it is after a number of changes.
///
///     let list = try BucketList().applying(.add(.init(name: "Tea"), position: nil), at: 1_700_000_000)
///     list.version                    // 1
public struct BucketList: Hashable, Sendable {
    /// How many changes there were: 0 for a list that nobody ever wrote to.
    public var version: Int
    /// In the shopper's order. A list without items is as good as no list.
    public var items: [BucketListItem]
    /// The id of the item that is added next.
    public var nextID: Int
    /// When it was changed last, in seconds since 1970 UTC.
    public var time: Int64

    public init(version: Int = 0, items: [BucketListItem] = [], nextID: Int = 1, time: Int64 = 0) {
        self.version = version
        self.time = time
        self.items = items
        self.nextID = nextID
    }

    /// How many items a list may have.
    public static let itemLimit = 500
}
