/// What was read of a store, and the revision of the purchases it says something about: both are of one moment.
///
///     let history = try await store.history(of: user)
///     EntityTag(history.revision)     // that of history.value, whatever was imported since
public struct Versioned<Value> {
    public var revision: Revision
    public var value: Value

    public init(revision: Revision, value: Value) {
        self.revision = revision
        self.value = value
    }

    /// Returns what `transform` makes of the value, at the same revision.
    public func map<Other>(_ transform: (Value) -> Other) -> Versioned<Other> {
        Versioned<Other>(revision: revision, value: transform(value))
    }
}

extension Versioned: Sendable where Value: Sendable {}
extension Versioned: Equatable where Value: Equatable {}
extension Versioned: Hashable where Value: Hashable {}
