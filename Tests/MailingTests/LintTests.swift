import Charts
import Foundation
import Testing

@testable import Mailing

/// Mails of our own and of others, looked at by the rules.
@Suite struct LintTests {
    private static let head = """
        From: a@example.org
        Date: Fri, 01 Mar 2024 00:00:00 +0000
        Subject: x
        Message-ID: <1@example.org>
        List-Unsubscribe: <https://example.org/u>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click

        """

    /// A sound message of a text and a page.
    private static func message(_ html: String, parts: String = "") -> MailLint {
        let text = """
            \(head)MIME-Version: 1.0
            Content-Type: multipart/related; boundary="b"

            --b
            Content-Type: text/plain

            words
            --b
            Content-Type: text/html; charset=utf-8

            \(html)
            \(parts)--b--
            """
        return MailLint(ReceivedMessage(Array(text.utf8)))
    }

    private static func picture(_ bytes: [UInt8], type: String = "image/png") -> String {
        "--b\nContent-Type: \(type)\nContent-ID: <a@x>\nContent-Transfer-Encoding: base64\n\n\(Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))\n"
    }

    /// The first bytes of a PNG.
    private static func png(width: UInt8, colorType: UInt8 = 2, transparency: Bool = false) -> [UInt8] {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
            0, 0, 0, width, 0, 0, 0, 10, 8, colorType, 0, 0, 0,
        ]
            + [0, 0, 0, 0] + (transparency ? [0, 0, 0, 1] + Array("tRNS".utf8) + [0, 0, 0, 0, 0] : []) + [0, 0, 0, 0] + Array("IDAT".utf8)
    }

    private static let image = "<img src=\"https://example.org/a.png\" width=\"600\" height=\"300\" alt=\"x\">"

    @Test(arguments: Locale.supported)
    func `our own mails have nothing to find`(locale: Charts.Locale) throws {
        let lint = MailLint(ReceivedMessage(try Samples.mail(Samples.document(locale: locale)).message.bytes))
        #expect(lint.findings.isEmpty, "\(lint.findings)")
        #expect(lint.htmlSize > 1_000)
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", "", "<p>Gr\u{FC}n", ["wrong-charset"]), ("text/html", "", "<p>Gr\u{FC}n", ["wrong-charset"]),
        ("text/html; charset=iso-8859-1", "", "<p>Gr\u{FC}n", []), ("text/html; charset=klingon", "", "<p>Gr\u{FC}n", []),
        ("text/html; charset=us-ascii", "", "<p>green", []),
        ("text/html; charset=utf-8", "base64", "PHA+!!##PHA+\n", ["broken-encoding"]),
        ("text/html; charset=utf-8", "base64", " PHA+\r\nPHA+\n=", []),
    ])
    func `text that is not what its head says is found`(type: String, encoding: String, body: String, rules: [String]) {
        let head = "\(Self.head)Content-Type: \(type)\nContent-Transfer-Encoding: \(encoding)\n\n"
        // A character is a byte, as in Latin-1.
        let bytes = (head + body).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let found = MailLint(ReceivedMessage(bytes)).findings.map(\.rule).filter { $0 == .wrongCharset || $0 == .brokenEncoding }
        #expect(found.map(\.rawValue) == rules)
    }

    @Test func `messages that are made to be hard to read are read in bounds`() {
        let part = "Content-Type: text/html\n\n"
        let nested = (0..<2_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let messages = [
            "", nested, part + String(repeating: "<", count: 50_000), part + String(repeating: "<!--", count: 20_000),
            part + "<img " + String(repeating: "a=\"", count: 20_000), part + String(repeating: "<table>", count: 30_000),
            String(repeating: "X: y\n", count: 30_000), "X: y\n" + String(repeating: " z\n", count: 30_000),
            "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n", "Content-Type: text/html;" + String(repeating: "a=b;", count: 20_000),
        ]
        for message in messages {
            let lint = MailLint(ReceivedMessage(Array((Self.head + message).utf8)))
            #expect(lint.findings.count <= MailLint.findingLimit)
        }
        let deep = MailLint(ReceivedMessage(Array((Self.head + nested).utf8)))
        #expect(deep.findings.contains { $0.rule == .incomplete })
    }

    @Test func `a sound page has nothing to find`() {
        let lint = Self.message("<table role=\"presentation\"><tr><td>\(Self.image)</td></tr></table><table><tr><th>a</th></tr></table>")
        #expect(lint.findings.isEmpty, "\(lint.findings)")
    }

    @Test(arguments: [
        ("<svg viewBox='0 0 1 1'></svg>", "inline-svg"), (image.replacing("a.png", with: "a.SVG?x=1"), "svg-image"),
        (image.replacing("a.png", with: "a.webp"), "webp-image"),
        ("<img src='data:image/png;base64,AA' width=1 height=1 alt=''>", "data-image"),
        (image.replacing("https://example.org", with: ""), "image-source"), (image.replacing("https", with: "http"), "insecure-image"),
        (image.replacing("a.png", with: "a(1)|b.png"), "fragile-address"),
        ("<img src=\"cid:nobody@x\" width=1 height=1 alt=''>", "missing-part"),
        (image.replacing("600", with: "100%"), "image-size"), (image.replacing("height=\"300\"", with: ""), "image-size"),
        (image.replacing("alt=\"x\"", with: ""), "image-alternative"),
        (image.replacing("alt=\"x\"", with: "alt=\"\(String(repeating: "long ", count: 40))\""), "long-alternative"),
        (image.replacing("alt", with: "srcset='a 2x' alt"), "image-choice"), ("<picture>\(image)</picture>", "image-choice"),
        (image.replacing("alt", with: "usemap='#m' style='width:100%' alt"), "image-map"),
        ("<SCRIPT>if (a < b) {}</SCRIPT>", "active-content"), ("<p OnClick='f()'>x</p>", "active-content"),
        ("<a href=' JavaScript:f()'>x</a>", "active-content"),
        ("<p style=\"background: URL( 'data:image/png;base64,AA')\">x</p>", "data-image"),
        ("<form><input></form>", "active-content"), ("<link rel=stylesheet href='https://example.org/a.css'>", "external-style"),
        ("<table><tr><td>a</td></tr></table>", "layout-role"), (String(repeating: "<p>words</p>\n", count: 8_000), "html-size"),
    ])
    func `what clients do not show is found, alone, with its line`(html: String, rule: String) throws {
        let lint = Self.message("<p>\n\(html)")
        #expect(lint.findings.map(\.rule.rawValue) == [rule])
        let finding = try #require(lint.findings.first)
        #expect(finding.line == (rule == "html-size" ? nil : 2))
        #expect(!finding.quote.isEmpty && !finding.rule.reason.isEmpty && !finding.rule.advice.isEmpty)
    }

    @Test(arguments: [
        ("From: a@example.org", "missing-header"), ("Subject: x", "missing-header"),
        ("List-Unsubscribe: <https://example.org/u>", "unsubscribe"),
        ("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "one-click"),
    ])
    func `a field of the head that is missing is named`(line: String, rule: String) {
        let text = Self.head.replacing("\(line)\n", with: "") + "Content-Type: text/plain\n\nwords"
        #expect(MailLint(ReceivedMessage(Array(text.utf8))).findings.map(\.rule.rawValue) == [rule])
    }

    @Test func `HTML alone lacks a text, and a line that is too long is found`() {
        let text = Self.head + "Content-Type: text/html\n\n<p>\(String(repeating: "a", count: 1_000))</p>"
        #expect(MailLint(ReceivedMessage(Array(text.utf8))).findings.map(\.rule) == [.longLine, .missingText])
    }

    @Test(arguments: [
        (png(width: 200), "<img src='cid:a@x' width=100 height=5 alt=''>", []),
        (png(width: 100), "<img src='cid:a@x' width=100 height=5 alt=''>", [MailRule.imageDensity]),
        (png(width: 200, colorType: 6), "<img src='cid:a@x' width=100 height=5 alt=''>", [.transparentImage]),
        (png(width: 200, colorType: 3, transparency: true), "<img src='cid:a@x' width=100 height=5 alt=''>", [.transparentImage]),
        (png(width: 200), "<p>", [.unusedPart]),
        (png(width: 200) + [UInt8](repeating: 1, count: 500_001), "<img src='cid:a@x' width=100 height=5 alt=''>", [.largePicture]),
    ])
    func `pictures in the message are looked into`(bytes: [UInt8], html: String, rules: [MailRule]) {
        #expect(Self.message(html, parts: Self.picture(bytes)).findings.map(\.rule) == rules)
    }

    @Test func `what stands in comments, scripts and styles is no tag`() {
        let html = "<!--[if mso]><table><![endif]--><style>a::after { content: '<svg>' }</style>\(Self.image)"
        #expect(Self.message(html).findings.isEmpty)
    }

    @Test func `texts are read in their charset and their encoding`() throws {
        let text =
            Self.head
            + "Content-Type: text/html; charset=\"ISO-8859-1\"\nContent-Transfer-Encoding: Quoted-Printable\n\n<svg id=3D=E4=\n>\n"
        let lint = MailLint(ReceivedMessage(Array(text.utf8)))
        #expect(lint.findings.first { $0.rule == .inlineSVG }?.quote == "<svg id=ä>")
    }

    @Test func `a message that nests without end, has no end or is no message is read as far as it can be`() {
        let nested = (0..<100).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(MailLint(ReceivedMessage(Array(nested.utf8))).findings.contains { $0.rule == .incomplete })
        let many = "Content-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\nx\n", count: 5_000)
        #expect(MailLint(ReceivedMessage(Array(many.utf8))).findings.contains { $0.rule == .incomplete })
        #expect(Self.message(String(repeating: "<svg>", count: 10_000)).omittedCount > 9_000)
        for text in [
            "", "\n", "no message", "Content-Type: multipart/mixed\n\n--\n", "Content-Type: text/html;;;=\"\n\n<img src=\"", "<!--",
        ] {
            _ = MailLint(ReceivedMessage(Array(text.utf8)))
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let bytes = (0..<300).map { _ in Array("<>=\"'&;:-\n\r \tabM".utf8).randomElement(using: &random) ?? 0 }
            _ = MailLint(ReceivedMessage(Array("Content-Type: text/html\n\n".utf8) + bytes))
        }
    }
}
