public import Purchases

/// What an API key may be used for: `read`, `read:U001`, or `read:U*` for all shoppers whose ids begin with a U.
public struct Scope: Hashable, Sendable {
    public enum Shoppers: Hashable, Sendable {
        case all
        case one(UserID)
        /// Those whose ids begin with a text.
        case beginning(String)
    }

    public let action: Action
    public let shoppers: Shoppers

    public init(_ action: Action, shoppers: Shoppers = .all) throws(ScopeError) {
        switch shoppers {
        case .all: break
        case .one(let user):
            guard !user.rawValue.isEmpty, !user.rawValue.hasSuffix("*"), user.rawValue.isPlain else { throw .unwritable(user) }
        case .beginning(let text):
            guard !text.isEmpty, text.isPlain else { throw .unwritable(UserID(rawValue: text)) }
        }
        if shoppers != .all, !action.concernsShopper { throw .notOfShopper(action) }
        self.action = action
        self.shoppers = shoppers
    }

    /// Whether the scope is about this shopper, told by the bytes of the id, as stores do it.
    func includes(_ user: UserID) -> Bool {
        switch shoppers {
        case .all: true
        case .one(let one): one.isIdentical(to: user)
        case .beginning(let text): user.rawValue.utf8.starts(with: text.utf8)
        }
    }
}

/// A reason a scope cannot be.
public enum ScopeError: Error, Hashable, Sendable {
    case unknown(String)
    /// Something that is not done to a shopper was limited to one.
    case notOfShopper(Action)
    /// The id is empty, has a control character, or ends with the star that stands for more than one.
    case unwritable(UserID)
}

extension ScopeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let text):
            "“\(text.prefix(60))” is no scope: give one of \(Action.allCases.map(\.rawValue).joined(separator: ", ")); "
                + "those of a shopper also as in read:U001, or read:U* for all ids that begin with U."
        case .notOfShopper(let action): "The scope \(action.rawValue) cannot be limited to a shopper: give it without one."
        case .unwritable(let user):
            "A key cannot be limited to the shopper “\(user)”: their id is empty, has a line break, or ends with *, which stands for others too."
        }
    }
}

extension Scope: CustomStringConvertible {
    public init(_ text: String) throws(ScopeError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let action = Action(rawValue: String(parts[0])) else { throw .unknown(text) }
        guard parts.count == 2 else {
            try self.init(action)
            return
        }
        guard !parts[1].isEmpty else { throw .unknown(text) }
        if parts[1].hasSuffix("*") {
            let beginning = String(parts[1].dropLast())
            // A star alone is every shopper, which is said without one.
            guard !beginning.isEmpty else { throw .unknown(text) }
            try self.init(action, shoppers: .beginning(beginning))
        } else {
            try self.init(action, shoppers: .one(UserID(rawValue: String(parts[1]))))
        }
    }

    public var description: String {
        switch shoppers {
        case .all: action.rawValue
        case .one(let user): "\(action.rawValue):\(user)"
        case .beginning(let text): "\(action.rawValue):\(text)*"
        }
    }
}

extension UserID {
    /// Whether both are the same bytes: `String` also holds a composed and a decomposed `é` for equal, and a store does not.
    public func isIdentical(to other: UserID) -> Bool { rawValue.utf8.elementsEqual(other.rawValue.utf8) }
}

extension String {
    /// Whether it stays in one line.
    fileprivate var isPlain: Bool {
        unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && !$0.properties.isWhitespace || $0 == " " }
    }
}
