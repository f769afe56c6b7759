import Purchases

/// A mail, ready to be sent or kept: lines of at most 998 bytes that end in CRLF, all in ASCII.
public struct Message: Hashable, Sendable {
    public let from: Mailbox
    public let to: [Mailbox]
    /// Without angle brackets.
    public let id: String
    public let bytes: [UInt8]

    /// Equal arguments give equal bytes: boundaries and the id come from the content.
    init(_ envelope: Envelope, subject: String, language: String, body: MIMEPart) {
        let (head, content) = body.rendered
        let fields =
            [
                HeaderField("From", [envelope.from]),
                HeaderField("Date", words: envelope.date.internetDescription(zone: "+0000").split(separator: " ").map(String.init)),
                HeaderField("Subject", text: subject), HeaderField("MIME-Version", "1.0"), HeaderField("Content-Language", language),
                HeaderField("Auto-Submitted", "auto-generated"),
            ] + (envelope.to.isEmpty ? [] : [HeaderField("To", envelope.to)]) + envelope.unsubscribeFields
            + (envelope.isDraft ? [HeaderField("X-Unsent", "1")] : []) + head
        let fieldBytes = fields.flatMap(\.bytes)
        from = envelope.from
        to = envelope.to
        id = "\(Fingerprint(of: fieldBytes, content).text)@\(envelope.from.domain)"
        var bytes = HeaderField("Message-ID", "<\(id)>").bytes
        bytes.reserveCapacity(bytes.count + fieldBytes.count + content.count + 2)
        bytes += fieldBytes
        bytes += "\r\n".utf8
        bytes += content
        self.bytes = bytes
    }
}
