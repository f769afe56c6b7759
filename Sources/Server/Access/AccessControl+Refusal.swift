import Access
import HTTPTypes
import NIOCore
import Purchases
import Reports
import Storage

extension AccessControl {
    /// Returns why somebody may not do what a request asks for; nil where they may.
    func refusal(of principal: Principal, for request: HTTPRequest) -> Problem? {
        guard principal.identity != .everybody else { return nil }
        // What is not in the table is nothing, whatever the router thinks of it.
        guard let access = RouteAccess(request.method, path: request.path ?? "/") else { return .unknownPath(request.path ?? "/") }
        switch access {
        case .anybody: return nil
        case .identified: return principal.identity == .nobody ? .unidentified : nil
        case .decidedByRoute: return principal.identity == .nobody ? .unidentified : nil
        case .action(let action, let user): return Problem(principal.verdict(on: action, of: user), of: user)
        }
    }

    /// Returns where a person signs in who asked for a page; nil for programs, and where nobody signs in.
    func signInPage(for request: HTTPRequest) -> String? {
        guard settings.mode == .login, request.method == .get, request.isForPage else { return nil }
        let path = request.path ?? "/"
        return path == "/" ? "/login" : "/login?back=\(path.percentEncoded)"
    }
}

extension HTTPRequest {
    /// Whether a browser asks for a page to show.
    var isForPage: Bool {
        let path = path ?? "/"
        return !path.hasPrefix("/api/") && Representation(pictureAt: String(path.prefix { $0 != "?" })) == nil
            && headerFields[values: .accept].contains { $0.contains("text/html") }
    }
}

extension ServerContext {
    /// Throws unless whoever sent the request may do that, to a shopper whom the path does not name where it is done to one.
    func check(_ action: Action, of user: UserID?) throws(Problem) {
        if let problem = Problem(principal.verdict(on: action, of: user), of: user) { throw problem }
    }
}

extension Problem {
    /// Returns nil where nothing is refused.
    init?(_ verdict: Principal.Verdict, of user: UserID?) {
        switch verdict {
        case .allowed: return nil
        case .unidentified: self = .unidentified
        case .refused: self = .forbidden
        // To the letter what is said where there is no such shopper.
        case .hidden: self = user.flatMap { Problem(StorageError.unknownUser($0)) } ?? .forbidden
        }
    }

    static let unidentified = Problem(
        .unidentified, detail: "This needs an API key: send it as “Authorization: Bearer cg_…”. Whoever runs this server makes one.",
        headers: [.wwwAuthenticate: "Bearer realm=\"cartograph\""]
    )
    static let forbidden = Problem(.forbidden, detail: "You are known here, and this is not among what you may do.")
}

/// Lets those in who mean this server: a page of a stranger can have its own name lead here, and would then read all that is here.
struct HostRule: GateRule {
    let hosts: HostRules

    func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? {
        // The first one is the authority; what else there is stays among the fields.
        switch hosts.verdict(on: [request.authority].compactMap(\.self) + request.headerFields[values: .hostField]) {
        case .allowed: .admitted
        case .malformed: .refused(Problem(.invalidHost, detail: "A request has one Host, which is a name or an address. Send one."))
        case .foreign:
            .refused(
                Problem(
                    .misdirected,
                    detail: "This server does not go by that name. Whoever runs it can add it with --base or --allowed-hosts."))
        }
    }
}

extension IPAddress {
    /// The other end of a connection.
    init?(of channel: any Channel) {
        guard let text = channel.remoteAddress?.ipAddress else { return nil }
        self.init(text)
    }
}

extension HTTPField.Name {
    /// What the library calls the authority, for requests that have more than one.
    fileprivate static let hostField = HTTPField.Name("Host")!
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let forwarded = HTTPField.Name("Forwarded")!
}
