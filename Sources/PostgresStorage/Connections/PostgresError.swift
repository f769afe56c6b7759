/// What libpq or the server says went wrong.
enum PostgresError: Error, Hashable {
    /// The server refused, with the five characters of an SQLSTATE (PostgreSQL's documentation, appendix A).
    case refused(state: String, message: String)
    /// There is no connection, or none any more.
    case disconnected(message: String)
    /// The server is a copy of another one, and changes nothing.
    case standby(message: String)
    /// Nothing came from the server for too long.
    case silent(after: Duration)
    case cancelled

    /// Whether another connection may do what this one could not.
    var isLossOfConnection: Bool {
        switch self {
        case .disconnected: true
        case .refused(let state, _): state.hasPrefix("08") || Self.statesOfShutdown.contains(state)
        case .standby, .silent, .cancelled: false
        }
    }

    /// `admin_shutdown`, `crash_shutdown`, `cannot_connect_now`, `idle_session_timeout`.
    private static let statesOfShutdown: Set = ["57P01", "57P02", "57P03", "57P05"]
}

extension PostgresError: CustomStringConvertible {
    var description: String {
        switch self {
        case .refused(let state, let message): "\(message) (SQLSTATE \(state))"
        case .disconnected(let message), .standby(let message): message
        case .silent(let time): "the server said nothing for \(time)"
        case .cancelled: "cancelled"
        }
    }
}

extension PostgresError {
    /// Makes the error of a connection that was not made.
    ///
    /// - Parameter verbose: What libpq says with verbose errors: the server's refusal is `FATAL:  28P01: password …` in whatever language,
    ///   and then a line with a place in the server's source. The last host that was tried comes last.
    /// - Parameter needsPassword: Whether the server asked for a password and there was none.
    init(connecting verbose: String, needsPassword: Bool) {
        let lines = verbose.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("LOCATION:") }
        let text = lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
        if let refusal = text.matches(of: #/:  ([0-9A-Z]{5}): /#).last {
            self = .refused(state: String(refusal.1), message: text.replacing(#/:  [0-9A-Z]{5}: /#, with: ": "))
        } else if needsPassword {
            self = .refused(state: Self.invalidPassword, message: text)
        } else {
            self = .disconnected(message: text)
        }
    }

    static let invalidPassword = "28P01"
}
