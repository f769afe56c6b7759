public import Purchases

/// Who asks, and what they may do.
///
///     switch principal.verdict(on: .lists, of: UserID(rawValue: "U001")) {
///     case .allowed: …
///     }
public struct Principal: Hashable, Sendable {
    public enum Identity: Hashable, Sendable {
        /// Somebody who did not say, or could not show, who they are.
        case nobody
        /// Whoever reaches a server that is open.
        case everybody
        case key(id: String)
        case account(name: String)
        /// A token of an identity provider.
        case token(subject: String)
        /// A user whom a trusted proxy names.
        case proxyUser(name: String)
        /// A signed link, which gives what was signed and nothing that the table is asked for.
        case link(id: String)
    }

    private enum Rights: Hashable, Sendable {
        case nothing, everything
        case scopes([Scope])
        case role(Role, own: UserID?)
    }

    public let identity: Identity
    private let rights: Rights
    /// Where mail reaches them, as far as that is known.
    public let mailAddress: String?

    private init(_ identity: Identity, _ rights: Rights, mailAddress: String? = nil) {
        self.identity = identity
        self.rights = rights
        self.mailAddress = mailAddress
    }

    public static let nobody = Principal(.nobody, .nothing)
    public static let everybody = Principal(.everybody, .everything)

    public static func link(id: String) -> Principal { Principal(.link(id: id), .nothing) }

    public static func key(_ key: APIKey) -> Principal { Principal(.key(id: key.id), .scopes(key.scopes)) }

    public static func account(_ account: Account) -> Principal {
        Principal(
            .account(name: account.name.text), .role(account.role, own: account.shopper), mailAddress: account.mailAddress
        )
    }

    /// Somebody whom others vouch for.
    public static func vouched(for identity: Identity, role: Role, shopper: UserID?, mailAddress: String? = nil) -> Principal {
        Principal(identity, .role(role, own: shopper), mailAddress: mailAddress)
    }

    /// The role, for principals that have one.
    public var role: Role? {
        if case .role(let role, _) = rights { role } else { nil }
    }

    /// The shopper whose page is the principal's own.
    public var ownShopper: UserID? {
        if case .role(_, let own) = rights { own } else { nil }
    }

    /// Whether it is somebody who signed in, here or elsewhere.
    public var isPerson: Bool {
        switch identity {
        case .account, .token, .proxyUser: true
        case .nobody, .everybody, .key, .link: false
        }
    }

    /// What logs and metrics may say: a kind, never a name.
    public var kind: String {
        switch identity {
        case .nobody: "nobody"
        case .everybody: "everybody"
        case .key: "key"
        case .account: "account"
        case .token: "token"
        case .proxyUser: "proxy-user"
        case .link: "link"
        }
    }
}

extension Principal {
    /// The answer to whether somebody may do something.
    public enum Verdict: Hashable, Sendable {
        case allowed(Allowance)
        /// Whoever it is has to say so first: 401, or the login page.
        case unidentified
        /// They may not do that, to this shopper or at all: 403.
        case refused
        /// They may not even know that there is such a shopper: 404, as where there is none.
        case hidden
    }

    /// Tells whether this principal may do something.
    ///
    /// - Parameter user: whom it is done to; nil for what is not done to one shopper, and for all shoppers at once.
    public func verdict(on action: Action, of user: UserID? = nil) -> Verdict {
        let allowance = allowance(for: action, of: user)
        if allowance.reach != .nobody { return .allowed(allowance) }
        switch rights {
        case .nothing: return .unidentified
        case .everything: return .refused
        case .scopes, .role: break
        }
        guard let user, action.concernsShopper, isLimitedToShoppers else { return .refused }
        return mayKnow(of: user) ? .refused : .hidden
    }

    /// Whether anything may be done to the shopper, so that their being there is no secret.
    public func mayKnow(of user: UserID) -> Bool {
        Action.allCases.contains { $0.concernsShopper && allowance(for: $0, of: user).reach != .nobody }
            || allowance(for: .shop, of: nil).reach != .nobody
    }

    /// Whether something may be done to one shopper and not to every one.
    private var isLimitedToShoppers: Bool {
        switch rights {
        case .nothing, .everything: false
        case .scopes(let scopes): scopes.contains { $0.action.concernsShopper && $0.shoppers != .all }
        case .role(let role, _): Action.allCases.contains { AccessTable.allowance(of: role, for: $0).reach == .own }
        }
    }

    /// Returns how far something is allowed; nil where it is not.
    public func allowance(for action: Action, of user: UserID) -> Allowance? {
        if case .allowed(let allowance) = verdict(on: action, of: user) { allowance } else { nil }
    }

    private func allowance(for action: Action, of user: UserID?) -> Allowance {
        switch rights {
        case .nothing: return .nobody
        case .everything: return .all
        case .scopes(let scopes):
            let isGranted = scopes.contains { scope in
                guard scope.action == action else { return false }
                guard action.concernsShopper else { return true }
                return user.map(scope.includes) ?? (scope.shoppers == .all)
            }
            return isGranted ? .all : .nobody
        case .role(let role, let own):
            let allowance = AccessTable.allowance(of: role, for: action)
            guard allowance.reach == .own else { return allowance }
            guard let own, let user, own.isIdentical(to: user) else { return .nobody }
            return allowance
        }
    }
}
