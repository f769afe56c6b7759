import Purchases
import Recommendations
import Reports
public import Storage

extension BucketListSuggestions {
    /// Returns what suggests what is recommended, as of the last day that the store knows of.
    public static func recommending(from store: any PurchaseStore) -> BucketListSuggesting {
        { user, history, _ in
            let everyone = try await store.statistics().value
            let suggestions = RecommendationsReport(on: Subject(user: user), from: history, among: everyone).suggestions(Presentation())
            return BucketListSuggestions(
                items: suggestions.map { row in
                    BucketListItem.Content(
                        name: row.item, category: row.category, price: row.price, reason: row.reason, dueDate: row.dueDate)
                }
            )
        }
    }
}
