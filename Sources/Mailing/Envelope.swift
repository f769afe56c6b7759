public import Foundation
public import Purchases

/// Who writes a mail to whom, when, and how to get no more of them.
public struct Envelope: Hashable, Sendable {
    public var from: Mailbox
    public var to: [Mailbox]
    public var date: Timestamp
    /// An address that ends the subscription when it is posted to (RFC 8058); nil to ask for a mail instead.
    public var unsubscribe: URL?
    /// Whether a mail program opens the file as a draft to be sent, and not as a mail received.
    public var isDraft: Bool

    public init(from: Mailbox, to: [Mailbox], date: Timestamp, unsubscribe: URL? = nil, isDraft: Bool = false) {
        self.from = from
        self.to = to
        self.date = date
        self.unsubscribe = unsubscribe
        self.isDraft = isDraft
    }

    /// The fields that end a subscription (RFC 2369, section 3.2; RFC 8058, section 3.1).
    var unsubscribeFields: [HeaderField] {
        let mail = "<mailto:\(from.address)?subject=unsubscribe>"
        guard let unsubscribe else { return [HeaderField("List-Unsubscribe", mail)] }
        let field = HeaderField("List-Unsubscribe", "<\(unsubscribe.absoluteString.filter { $0 != ">" && $0 != " " })>,", mail)
        // One click needs an address that is encrypted.
        guard unsubscribe.scheme == "https" else { return [field] }
        return [field, HeaderField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    }
}
