/// What somebody wants to do: a row of the table in `AccessTable`, and a scope that an API key can have.
public enum Action: String, CaseIterable, Hashable, Sendable {
    /// See figures, pictures and pages of a shopper.
    case read
    /// Change and share a shopper's bucket list.
    case lists
    /// Make links to a shopper's figures that need no login, and withdraw them.
    case sign
    /// Have a shopper's reports mailed.
    case mail
    /// Import purchases, and undo an import.
    case `import`
    /// Find shoppers, and see the shop as a whole.
    case shop
    /// Draw charts of numbers that come with the request.
    case charts
    /// Manage keys, accounts and everybody's subscriptions, and see the metrics.
    case admin

    /// Whether it is done to one shopper, so that it may be allowed for some and not for others.
    public var concernsShopper: Bool {
        switch self {
        case .read, .lists, .sign, .mail: true
        case .import, .shop, .charts, .admin: false
        }
    }
}
