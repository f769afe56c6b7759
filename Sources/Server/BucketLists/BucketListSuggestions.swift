public import Purchases
import Recommendations
import Reports
public import Storage

/// What stands on the list of a shopper who has none of their own.
public struct BucketListSuggestions: Hashable, Sendable {
    public var items: [BucketListItem.Content]

    public init(items: [BucketListItem.Content] = []) { self.items = items }
}

/// Makes suggestions from all of a shopper's purchases and what everybody bought, on a day.
public typealias BucketListSuggesting = @Sendable (UserID, ShopperData, CalendarDate) throws -> BucketListSuggestions

extension BucketListSuggestions {
    /// Suggests what is recommended, as of the last day that the store knows of.
    public static let recommending: BucketListSuggesting = { user, data, _ in
        let report = RecommendationsReport(on: Subject(user: user), from: data.history, among: data.everyone)
        return BucketListSuggestions(
            items: report.suggestions(Presentation()).map { row in
                BucketListItem.Content(
                    name: row.item, category: row.category, price: row.price, reason: row.reason, dueDate: row.dueDate)
            }
        )
    }
}
