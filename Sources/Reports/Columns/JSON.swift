public import Purchases

/// A JSON value whose members keep their order and whose money keeps its two decimals.
///
/// `JSONEncoder` writes 4.50 as 4.5 and is thirteen times slower on a long page of purchases.
///
///     JSON.object(["user_id": "U001", "total_spent": .money(total)]).bytes
public enum JSON: Hashable, Sendable {
    indirect case object(Members)
    indirect case array([JSON])
    case string(String)
    case integer(Int)
    /// Written to six decimals at most; what is not finite is written as null.
    case number(Double)
    /// Written so that it reads back as the very same number: for what is far below one.
    case exact(Double)
    case money(Money)
    case boolean(Bool)
    case null

    /// An object's members, in the order they were given.
    public struct Members: Hashable, Sendable, ExpressibleByDictionaryLiteral {
        struct Member: Hashable, Sendable {
            var name: String
            var value: JSON
        }

        private(set) var members: [Member]

        public init(dictionaryLiteral elements: (String, JSON)...) {
            members = elements.map(Member.init)
        }

        public init(_ elements: some Sequence<(String, JSON)>) {
            members = elements.map(Member.init)
        }

        public mutating func append(_ name: String, _ value: JSON) {
            members.append(Member(name: name, value: value))
        }

        /// Returns the members with other values.
        func mapValues(_ transform: (JSON) -> JSON) -> Members {
            Members(members.map { ($0.name, transform($0.value)) })
        }

        public mutating func append(contentsOf other: Members) { members += other.members }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Members(elements)) }
    public init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSON {
    public static func optional<Value>(_ value: Value?, _ json: (Value) -> JSON) -> JSON {
        value.map(json) ?? .null
    }

    /// Returns an object with one more member at its end; what is no object stays as it is.
    public func adding(_ name: String, _ value: JSON) -> JSON {
        guard case .object(var members) = self else { return self }
        members.append(name, value)
        return .object(members)
    }

    public static func date(_ date: CalendarDate) -> JSON { .string(date.description) }
}
