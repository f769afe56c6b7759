import Reports
public import Foundation
public import Mailing
public import Purchases

/// What a client can choose about a report as a mail.
public struct MailOptions: Hashable, Sendable {
    /// Nil for a name that tells what writes.
    public var sender: Mailbox?
    public var recipients: [Mailbox]
    /// Nil for the last day the report is about, so that equal data gives equal bytes.
    public var date: CalendarDate?
    public var unsubscribe: URL?
    public var pictures = Pictures.embedded

    /// Where the pictures of a mail are.
    public enum Pictures: String, CaseIterable, Sendable {
        /// Within the mail: they need no server and never expire.
        case embedded
        /// At this server, by signed links that show what is known today for ninety days.
        case linked
    }

    private static let recipientLimit = 20

    /// Reads `sender`, `recipient`, `date`, `unsubscribe` and `pictures`.
    init(_ reader: inout QueryReader) {
        sender = reader.value(.mailbox("sender"))
        recipients = reader.values(.mailbox("recipient"), atMost: Self.recipientLimit)
        date = reader.value(.day("date", \.lastDay))
        unsubscribe = reader.value(.link("unsubscribe"))
        if let pictures = reader.value(Parameter<Pictures>.choice("pictures")) { self.pictures = pictures }
    }

    /// The options as a query writes them, none that were left out.
    var fields: [(name: String, value: String)] {
        (sender.map { [("sender", $0.text)] } ?? []) + recipients.map { ("recipient", $0.text) }
            + (date.map { [("date", $0.description)] } ?? []) + (unsubscribe.map { [("unsubscribe", $0.absoluteString)] } ?? [])
            + (pictures == .embedded ? [] : [("pictures", pictures.rawValue)])
    }

    /// Returns the envelope of a file that a mail program opens as a draft.
    func envelope(on day: CalendarDate) throws -> Envelope {
        Envelope(
            from: try sender ?? Mailbox(name: "Cartograph", address: "reports@localhost"), to: recipients,
            date: Timestamp(date ?? day), unsubscribe: unsubscribe, isDraft: true
        )
    }
}

extension Mailbox {
    /// As it is read.
    var text: String { name.isEmpty ? address : "\(name) <\(address)>" }
}

extension Parameter<Mailbox> {
    fileprivate static func mailbox(_ name: String) -> Parameter {
        Parameter(name, .string) { text throws(Unreadable) in
            do {
                return try Mailbox(text)
            } catch {
                throw Unreadable("\(error)")
            }
        }
    }
}

extension Parameter<URL> {
    /// An address that a mail client can post to.
    fileprivate static func link(_ name: String) -> Parameter {
        Parameter(name, .string(upTo: 1_000)) { text throws(Unreadable) in
            let isPlain = text.utf8.count <= 1_000 && text.utf8.allSatisfy { (33...126).contains($0) && !"<>\"".utf8.contains($0) }
            guard isPlain, let url = URL(string: text), url.scheme == "https", url.host()?.isEmpty == false else {
                throw Unreadable(text, isNot: "an address that begins with https:// and has at most 1,000 characters")
            }
            return url
        }
    }
}
