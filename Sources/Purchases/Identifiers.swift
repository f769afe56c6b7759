/// A shopper, as the log names them.
public struct UserID: RawRepresentable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An order, unique for its shopper.
public struct OrderID: RawRepresentable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension OrderID {
    /// The order of a log that names none: all that a shopper bought on a day.
    public init(of user: UserID, on date: CalendarDate) { self.init(rawValue: "\(user)-\(date)") }
}

extension UserID: Comparable, CustomStringConvertible {
    /// By UTF-8, as databases compare bytes.
    public static func < (a: UserID, b: UserID) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
    public var description: String { rawValue }
}

extension OrderID: Comparable, CustomStringConvertible {
    /// By UTF-8, as databases compare bytes.
    public static func < (a: OrderID, b: OrderID) -> Bool { a.rawValue.utf8.lexicographicallyPrecedes(b.rawValue.utf8) }
    public var description: String { rawValue }
}
