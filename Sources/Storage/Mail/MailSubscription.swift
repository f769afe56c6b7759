public import Purchases

/// A report that is mailed to somebody again and again.
public struct MailSubscription: Hashable, Sendable {
    /// What is asked for when a subscription is made.
    public struct Terms: Hashable, Sendable {
        public var user: UserID
        public var recipient: String
        public var sender: String
        /// As in `weekly mon 08:00 Europe/Berlin`.
        public var schedule: String
        /// What is chosen about the report, as a query writes it.
        public var options: String

        public init(user: UserID, recipient: String, sender: String, schedule: String, options: String) {
            self.user = user
            self.recipient = recipient
            self.sender = sender
            self.schedule = schedule
            self.options = options
        }

        /// The recipient's address without a name, in small letters: mailboxes of one address are one reader's.
        public var recipientAddress: String {
            let address = recipient.hasSuffix(">") ? recipient.dropLast().split(separator: "<", omittingEmptySubsequences: false).last : nil
            return (address.map(String.init) ?? recipient).lowercased()
        }
    }

    public let id: Int
    public var terms: Terms
    /// When the next mail is due, in seconds since 1970 UTC.
    public var due: Int64
    /// Why nothing is sent; nil while it is.
    public var pause: String?

    public init(id: Int, terms: Terms, due: Int64, pause: String? = nil) {
        self.id = id
        self.terms = terms
        self.due = due
        self.pause = pause
    }
}
