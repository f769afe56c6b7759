public import Purchases
public import Storage

/// What stands on the list of a shopper who has none of their own.
public struct BucketListSuggestions: Hashable, Sendable {
    public var items: [BucketListItem.Content]

    public init(items: [BucketListItem.Content] = []) { self.items = items }
}

/// Makes suggestions from all of a shopper's purchases, on a day.
public typealias BucketListSuggesting = @Sendable (UserID, [Purchase], CalendarDate) async throws -> BucketListSuggestions
