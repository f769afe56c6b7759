import Access
import HTTPTypes
import Purchases

/// What a request wants, told by its method and its path alone: the table of all routes.
///
/// A path that is not in it belongs to nothing, and is answered as such to whoever may see what there is.
enum RouteAccess: Hashable, Sendable {
    /// Whoever it is.
    case anybody
    /// Whoever says who they are.
    case identified
    /// Who may do this, to this shopper where it is done to one.
    case action(Action, of: UserID?)
    /// Whoever says who they are; the route asks whether they may do this, since it depends on more than the path.
    case decidedByRoute(Action)
}

extension RouteAccess {
    /// Returns what a request with this method and path wants, or nil for a path where nothing is.
    ///
    /// - Parameter path: as it was sent, with or without a query.
    init?(_ method: HTTPRequest.Method, path: String) {
        // As the router splits it.
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard let first = parts.first else {
            // A shopper is led to their own page.
            self = .decidedByRoute(.shop)
            return
        }
        let rest = Array(parts.dropFirst())
        switch Self.stem(first) {
        case "livez", "readyz", "openapi", "docs", "assets", "login", "s", "c", "schemas", "settings": self = .anybody
        case "health", "metrics": self = .action(.admin, of: nil)
        case "logout", "account": self = .identified
        case "keys": self = .action(.admin, of: nil)
        case "shop", "events": self = .action(.shop, of: nil)
        case "import": self = .action(.import, of: nil)
        case "plot", "charts": self = .action(.charts, of: nil)
        // Whoever has the id of a kept chart may see it.
        case "chart": self = rest.first == "render" ? .anybody : .action(.charts, of: nil)
        case "users": self = Self.page(method, rest)
        case "api":
            guard let access = Self.api(method, rest) else { return nil }
            self = access
        default: return nil
        }
    }

    private static func api(_ method: HTTPRequest.Method, _ parts: [String]) -> RouteAccess? {
        guard let first = parts.first.map(stem) else { return nil }
        switch first {
        case "users":
            guard parts.count > 1 else { return .action(.shop, of: nil) }
            return ofShopper(method, user(parts[1]), Array(parts.dropFirst(2)))
        case "categories", "shop": return .action(.shop, of: nil)
        case "imports": return .action(.import, of: nil)
        case "charts": return .action(.charts, of: nil)
        case "inspect", "mail": return .identified
        case "signatures": return .decidedByRoute(.sign)
        default: return nil
        }
    }

    private static func ofShopper(_ method: HTTPRequest.Method, _ user: UserID?, _ parts: [String]) -> RouteAccess {
        switch parts.first.map(stem) {
        case "signatures": .action(.sign, of: user)
        case "subscriptions": .action(.mail, of: user)
        case "bucket-list":
            // Who has shared a list is for those who may share it.
            isReading(method) && parts.dropFirst().first.map(stem) != "shares" ? .action(.read, of: user) : .action(.lists, of: user)
        default: .action(.read, of: user)
        }
    }

    private static func page(_ method: HTTPRequest.Method, _ parts: [String]) -> RouteAccess {
        guard let id = parts.first else { return .action(.shop, of: nil) }
        return .action(isReading(method) ? .read : .lists, of: user(id))
    }

    /// Returns whom a part of a path names; nil for one that cannot be read, which only those pass who may do it to all.
    private static func user(_ part: String) -> UserID? { String(percentEncoded: part).map { UserID(rawValue: $0) } }

    /// The name of a thing without its extension.
    private static func stem(_ part: String) -> String { String(part.prefix { $0 != "." }) }

    private static func isReading(_ method: HTTPRequest.Method) -> Bool { method == .get || method == .head }
}
