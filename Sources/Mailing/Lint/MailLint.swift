/// What is wrong with a mail, whoever wrote it.
///
///     let lint = MailLint(ReceivedMessage(bytes))
///     for finding in lint.findings { print(finding.rule.rawValue, finding.quote, finding.rule.advice) }
///
/// The rules are about what mail clients do, and each client does it until its next version: a finding is a reason to look, not a proof.
public struct MailLint: Hashable, Sendable {
    public struct Finding: Hashable, Sendable {
        public let rule: MailRule
        /// The line of the HTML, from 1; nil for what is not there.
        public let line: Int?
        /// What it is about, at most 120 characters.
        public let quote: String

        init(_ rule: MailRule, line: Int? = nil, _ quote: String) {
            self.rule = rule
            self.line = line
            let text = quote.singleLine
            self.quote = text.count > 120 ? text.prefix(119) + "…" : text
        }
    }

    /// The most findings that are listed.
    public static let findingLimit = 200

    /// The worst first, in the order of the message.
    public let findings: [Finding]
    /// How many more there are.
    public let omittedCount: Int
    /// The bytes of all HTML.
    public let htmlSize: Int
    public let messageSize: Int

    public init(_ message: ReceivedMessage) {
        let parts = message.root.all
        let pages = parts.filter { $0.type.name == "text/html" }
        var findings = Self.headFindings(of: message, pages: pages)
        var references: Set<String> = []
        for page in pages {
            let html = page.type.text(of: page.content)
            let lint = PageLint(HTMLTag.all(in: html), parts: parts)
            findings += lint.findings
            references.formUnion(lint.references)
        }
        findings += Self.pictureFindings(of: parts, references: references, hasPage: !pages.isEmpty)
        findings += parts.flatMap(Self.textFindings)
        findings += message.omissions.map { Finding(.incomplete, $0) }
        htmlSize = pages.reduce(0) { $0 + $1.content.count }
        messageSize = message.size
        if htmlSize > 90_000 { findings.append(Finding(.htmlSize, "\(htmlSize) bytes of HTML")) }
        let sorted = findings.enumerated().sorted { ($1.element.rule.severity, $0.offset) < ($0.element.rule.severity, $1.offset) }.map(
            \.element)
        self.findings = Array(sorted.prefix(Self.findingLimit))
        omittedCount = sorted.count - self.findings.count
    }

    public func count(_ severity: MailRule.Severity) -> Int { findings.count { $0.rule.severity == severity } }

    private static func headFindings(of message: ReceivedMessage, pages: [ReceivedMessage.Part]) -> [Finding] {
        var findings: [Finding] = []
        for name in ["From", "Date", "Subject", "Message-ID"] where (message.root.field(name.lowercased()) ?? "").isEmpty {
            findings.append(Finding(.missingHeader, name))
        }
        let list = message.root.field("list-unsubscribe") ?? ""
        if list.isEmpty {
            findings.append(Finding(.unsubscribe, "List-Unsubscribe"))
        } else if message.root.field("list-unsubscribe-post") == nil || !list.lowercased().contains("<https:") {
            findings.append(Finding(.oneClick, "List-Unsubscribe: \(list)"))
        }
        if message.longestLine > 998 { findings.append(Finding(.longLine, "a line of \(message.longestLine) characters")) }
        if message.size > 10_000_000 { findings.append(Finding(.messageSize, "\(message.size) bytes")) }
        if !pages.isEmpty, !message.root.all.contains(where: { $0.type.name == "text/plain" }) {
            findings.append(Finding(.missingText, "text/html"))
        }
        return findings
    }

    private static func textFindings(of part: ReceivedMessage.Part) -> [Finding] {
        var findings: [Finding] = []
        let quote = "Content-Type: \(part.field("content-type") ?? part.type.name)"
        if part.isGarbled { findings.append(Finding(.brokenEncoding, quote)) }
        if part.type.name.hasPrefix("text/"), !part.isGarbled, !part.type.fits(part.content) {
            findings.append(Finding(.wrongCharset, quote))
        }
        return findings
    }

    private static func pictureFindings(of parts: [ReceivedMessage.Part], references: Set<String>, hasPage: Bool) -> [Finding] {
        parts.flatMap { part -> [Finding] in
            guard part.type.name.hasPrefix("image/"), let id = part.contentID else { return [] }
            var findings: [Finding] = []
            let quote = "Content-ID: <\(id)>"
            if hasPage, !references.contains(id) { findings.append(Finding(.unusedPart, quote)) }
            if part.content.count > 500_000 { findings.append(Finding(.largePicture, "\(quote), \(part.content.count) bytes")) }
            if let header = PNGHeader(part.content), header.isTransparent { findings.append(Finding(.transparentImage, quote)) }
            return findings
        }
    }
}

extension ReceivedMessage.Part {
    /// The id that a page refers to, without its brackets.
    var contentID: String? {
        field("content-id").map { $0.filter { !"<> \t".contains($0) } }
    }
}
