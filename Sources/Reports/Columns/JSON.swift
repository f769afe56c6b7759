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
    case price(UnitPrice)
    case boolean(Bool)
    case null

    /// An object's members, in the order they were given. No two have the same name: readers differ in which of them they take.
    public struct Members: Hashable, Sendable, ExpressibleByDictionaryLiteral {
        struct Member: Hashable, Sendable {
            var name: String
            var value: JSON
        }

        private(set) var members: [Member]

        public init(dictionaryLiteral elements: (String, JSON)...) {
            members = elements.map(Member.init)
            checkNames()
        }

        public init(_ elements: some Sequence<(String, JSON)>) {
            members = elements.map(Member.init)
            checkNames()
        }

        public mutating func append(_ name: String, _ value: JSON) {
            precondition(!has(name), "An object has two members \(name)")
            members.append(Member(name: name, value: value))
        }

        public subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

        /// Returns the members with other values.
        func mapValues(_ transform: (JSON) -> JSON) -> Members {
            Members(members.map { ($0.name, transform($0.value)) })
        }

        public mutating func append(contentsOf other: Members) {
            members += other.members
            checkNames()
        }

        private func has(_ name: String) -> Bool { members.contains { $0.name.utf8.elementsEqual(name.utf8) } }

        /// Stops the program where two members have one name, told by bytes: only the program itself can name them so.
        private func checkNames() {
            let isUnambiguous =
                members.count <= 16
                ? members.indices.allSatisfy { index in
                    !members[..<index].contains { $0.name.utf8.elementsEqual(members[index].name.utf8) }
                }
                : Set(members.lazy.map { Array($0.name.utf8) }).count == members.count
            precondition(isUnambiguous, "An object has two members of one name")
        }
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
