package import Purchases

/// What the purchases in a database are, by which a copy of it is found to have the same.
package struct PurchaseState: Hashable, Sendable {
    /// Grows with every import.
    private var imports: Int64
    private var revision: Int64
    private var currency: String
    /// Nil where no shopper was asked for, or where there is none.
    private var ofShopper: Int64?

    /// Reads it with one statement.
    package init?(of user: UserID? = nil, from session: some SQLConnection) throws {
        let select = "SELECT imports, revision, currency, (SELECT revision FROM customer WHERE customer_id = $1) FROM store"
        let state = try session.first(select, user?.rawValue) { row in
            (row.integer(0), row.integer(1), row.text(2), row.isNull(3) ? nil : row.integer(3))
        }
        guard let state else { return nil }
        (imports, revision, currency, ofShopper) = state
    }

    /// Whether what was asked for is the same, the shopper's purchases or everybody's: then so is every answer.
    package func isSame(as other: PurchaseState, of user: UserID?) -> Bool {
        user == nil ? revision == other.revision && currency == other.currency : ofShopper == other.ofShopper && currency == other.currency
    }

    /// Whether everything is there that is there in another state of the same database. Between imports only the same is known to be.
    package func hasAll(of other: PurchaseState) -> Bool {
        imports > other.imports || imports == other.imports && isSame(as: other, of: nil)
    }
}
