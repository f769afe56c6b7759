package import Purchases

/// What the lines that come and go in an import change about the sums that a database keeps.
///
///     change.subtract(replaced, line: 0)
///     change.add(purchase, line: 0)
///     for (user, tally) in change.takeCustomers() { … }
package struct TallyChange: Sendable {
    package struct CategoryMonth: Hashable, Sendable {
        package var category: ExactText
        /// As `Month.index`.
        package var month: Int

        package init(category: ExactText, month: Int) { (self.category, self.month) = (category, month) }
    }

    package private(set) var customers: [ExactText: Tally] = [:]
    package private(set) var categories: [CategoryMonth: Tally] = [:]
    package private(set) var revision = Revision.zero

    package init() {}

    package mutating func add(_ purchase: Purchase, line: Int) { count(Tally(purchase, line: line), for: purchase) }

    package mutating func subtract(_ purchase: Purchase, line: Int) { count(-Tally(purchase, line: line), for: purchase) }

    private mutating func count(_ tally: Tally, for purchase: Purchase) {
        customers[ExactText(purchase.user.rawValue), default: Tally()] += tally
        let key = CategoryMonth(category: ExactText(purchase.category), month: purchase.date.month.index)
        categories[key, default: Tally()] += tally
        revision += tally.revision
    }

    /// Returns the changes by shopper, and forgets them.
    package mutating func takeCustomers() -> [ExactText: Tally] {
        defer { customers.removeAll(keepingCapacity: true) }
        return customers
    }

    /// Returns the changes by category and month, and forgets them.
    package mutating func takeCategories() -> [CategoryMonth: Tally] {
        defer { categories.removeAll(keepingCapacity: true) }
        return categories
    }

    /// Returns the change of the store's revision, and forgets it.
    package mutating func takeRevision() -> Revision {
        defer { revision = .zero }
        return revision
    }
}
