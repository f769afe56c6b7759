/// Why a mail was not taken.
public enum DeliveryError: Error, Hashable, Sendable {
    /// The server could not be reached, or was not there to the end: trying again may help.
    case unreachable(String)
    /// The server was given all of the mail and did not say whether it took it: trying again may deliver it twice.
    case unanswered(String)
    /// The server does not speak encrypted, or its certificate is not trusted.
    case insecure(String)
    /// The user or the password is wrong.
    case authentication
    /// The server refused for now, with a code from 400 to 499.
    case deferred(Int)
    /// The server refused for good, with a code from 500 on: the address does not exist, or does not want mail.
    case refused(Int)

    /// Whether the same mail may be taken later.
    public var isTemporary: Bool {
        switch self {
        case .unreachable, .deferred: true
        case .unanswered, .insecure, .authentication, .refused: false
        }
    }

    /// Whether it is the address that does not get mail, whatever is sent to it.
    public var isBounce: Bool { if case .refused = self { true } else { false } }
}

extension DeliveryError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let reason): "the mail server cannot be reached (\(reason)): check its address, or try again later"
        case .unanswered(let reason): "the mail server did not say whether it took the mail (\(reason)): look whether it arrived"
        case .insecure(let reason):
            "the mail server is not encrypted as it should be (\(reason)): use a server with STARTTLS or smtps, and a certificate that is trusted"
        case .authentication: "the mail server does not take the user or the password: check both"
        case .deferred(let code): "the mail server refused the mail for now, with code \(code): try again later"
        case .refused(let code): "the mail server refused the mail with code \(code): check the addresses"
        }
    }
}
