import HTTPTypes
import Reports

/// What went wrong with a request, as its client is told (RFC 9457).
struct Problem: Error, Hashable, Sendable {
    var kind: Kind
    var status: HTTPResponse.Status
    /// A few words, the same for every occurrence.
    var title: String
    /// What is wrong this time, and what to do.
    var detail: String
    var faults: [Fault] = []
    /// What else the body says, such as the list as it is now.
    var members: JSON.Members = [:]
    /// What else the response's header says, such as `Allow`.
    var headers: HTTPFields = [:]

    /// One of the things that are wrong, and where.
    struct Fault: Hashable, Sendable {
        enum Place: Hashable, Sendable, CustomStringConvertible {
            case parameter(String)
            /// Of the body, as RFC 6901 writes it.
            case pointer(String)

            var description: String {
                switch self {
                case .parameter(let text), .pointer(let text): text
                }
            }
        }

        var place: Place
        var detail: String
        /// Values that would mend it.
        var choices: [Choice] = []

        struct Choice: Hashable, Sendable {
            var parameter: String
            var value: String
            var detail: String
        }
    }

    init(
        _ kind: Kind, status: HTTPResponse.Status? = nil, title: String? = nil, detail: String, faults: [Fault] = [],
        members: JSON.Members = [:], headers: HTTPFields = [:]
    ) {
        self.kind = kind
        self.status = status ?? kind.status
        self.title = title ?? kind.title
        self.detail = detail
        self.faults = faults
        self.members = members
        self.headers = headers
    }

    var type: String { "urn:problem-type:cartograph:\(kind.rawValue)" }
}

extension Problem {
    static func unknownPath(_ path: String) -> Problem {
        let name = path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? ""
        let names = Insight.allCases.map(\.name) + ["users", "categories", "purchases", "report"]
        let advice = name.nearest(among: names).map { " Did you mean '\($0)'?" } ?? ""
        return Problem(
            .unknownPath, detail: "There is nothing at \(path.quoted).\(advice)")
    }

    static func unknownRepresentation(_ suffix: String, of representations: [Representation]) -> Problem {
        let suffixes = representations.map(\.rawValue)
        let advice = suffix.nearest(among: suffixes).map { " Did you mean '.\($0)'?" } ?? ""
        return Problem(
            .unknownPath,
            detail: "This does not come as \(".\(suffix)".quoted), but as \(suffixes.map { ".\($0)" }.joined(separator: ", ")).\(advice)"
        )
    }

    static func methodNotAllowed(_ method: HTTPRequest.Method, allowed: [HTTPRequest.Method]) -> Problem {
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .methodNotAllowed,
            detail: "\(method.rawValue) is not possible here; there is \(names).", headers: [.allow: names]
        )
    }

    static func notAcceptable(_ representations: [Representation]) -> Problem {
        let types = representations.map(\.mediaType).joined(separator: ", ")
        return Problem(
            .notAcceptable,
            detail: "This comes as \(types). Accept one of them, or name it by the extension of the path.", headers: [.vary: "Accept"]
        )
    }

    static func addressTooLong(limit: Int) -> Problem {
        Problem(
            .addressTooLong,
            detail: "The path and the query together may have \(limit) bytes. Filter by fewer categories, or shorten the title."
        )
    }

    /// What happened is for the log; the client is told no more than that it was not its fault.
    static let unexpected = Problem(
        .unexpected,
        detail: "The server could not answer. It is not the request's fault; trying again later may help."
    )
}
