/// What the lines that come and go in an import change about the sums that a database keeps.
///
///     change.add(tally, of: user)
///     change.add(tallyOfMilk, to: CategoryMonth(category: dairy, month: 24_288))
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

    /// Counts what changes about one shopper, and so about all.
    package mutating func add(_ tally: Tally, of user: ExactText) {
        customers[user, default: Tally()] += tally
        revision += tally.revision
    }

    /// Counts what changes about a category in a month; its revision does not count.
    package mutating func add(_ tally: Tally, to month: CategoryMonth) { categories[month, default: Tally()] += tally }

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
