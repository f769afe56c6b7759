import Foundation
import Purchases
import Testing

@testable import Mailing

@Suite struct HeaderTests {
    private static let texts = [
        "Plain words", "Größe 1 € ✓", String(repeating: "日本語のとても長い件名", count: 12), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "=?UTF-8?B?YQ==?=", "two  spaces",
        String(repeating: "a", count: 300), "a\r\nBcc: eve@example.org", "\u{2028}line\u{0}null",
    ]

    /// A message with one field, as Python reads it.
    private func read(_ field: HeaderField) throws -> ReadMail {
        try ReadMail(field.bytes + Array("Content-Type: text/plain\r\n\r\nx\r\n".utf8))
    }

    @Test(arguments: texts)
    func `a subject comes back as it was, on one line`(text: String) throws {
        let field = HeaderField("Subject", text: text)
        let mail = try read(field)
        #expect(mail.headers["subject"] == [text.singleLine.trimmingCharacters(in: .whitespaces)])
        #expect(mail.headers["bcc"] == nil)
        #expect(String(decoding: field.bytes, as: UTF8.self).components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(arguments: ["Ada", "Lovelace, Ada", "Ada \"the first\" \\ Lovelace", "Ada Lövelace", "Łucja Żółć", "=?x?="])
    func `a name comes back as it was`(name: String) throws {
        let mailbox = try Mailbox(name: name, address: "ada@example.org")
        let other = try Mailbox(address: "bob@example.org")
        let mail = try read(HeaderField("To", [mailbox, other]))
        let text = try #require(mail.headers["to"]?.first)
        #expect(text.hasSuffix("<ada@example.org>, bob@example.org"))
        let read = try Mailbox(String(text.dropLast(", bob@example.org".count)))
        #expect(read == mailbox)
    }

    @Test(arguments: ["report.png", "März 2024.png", "a\"b\\c.png", String(repeating: "長い名前", count: 40) + ".png"])
    func `a file's name comes back as it was`(name: String) throws {
        let part = MIMEPart.picture([1, 2, 3], mediaType: "image/png", id: "x@example.org", fileName: name)
        let (head, body) = part.rendered
        let mail = try ReadMail(head.flatMap(\.bytes) + Array("\r\n".utf8) + body)
        #expect(mail.parts[0].fileName == name)
        #expect(mail.parts[0].content == "AQID")
    }

    @Test(arguments: [
        "", "ada", "ada@", "@example.org", "ada@exam ple.org", "ada@example.org\r\nBcc: eve@example.org", "Ada\nX: y <ada@example.org>",
        "ada@-a.org", "a..b@example.org", "ada@exämple.org", "ada@@example.org", "<ada@example.org", "ada@example.org>",
        String(repeating: "a", count: 65) + "@example.org",
    ])
    func `what is no mailbox is refused`(text: String) {
        #expect(throws: MailboxError.self) { _ = try Mailbox(text) }
    }

    @Test(arguments: [
        ("", ""), ("a b \n c\t\nd", "a b=20\r\n c=09\r\nd"), (".x\nFrom\na=b", "=2Ex\r\n=46rom\r\na=3Db"), ("é\r\n", "=C3=A9\r\n"),
    ])
    func `text is quoted-printable`(text: String, encoded: String) {
        #expect(String(decoding: TransferEncoding.quotedPrintable.encode(Array(text.utf8)), as: UTF8.self) == encoded)
    }

    @Test func `long lines of text come back as they were`() throws {
        let text = (0..<300).map { String(repeating: "ab é", count: $0 % 90) }.joined(separator: "\n") + "\n"
        let body = MIMEPart.text(text, subtype: "plain").rendered
        let mail = try ReadMail(body.head.flatMap(\.bytes) + Array("\r\n".utf8) + body.body)
        #expect(mail.parts[0].content?.replacing("\r\n", with: "\n") == text)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ])
    func `a date is written as mail writes it`(seconds: Int64, text: String) {
        #expect(Timestamp(seconds).internetDescription(zone: "+0000") == text)
    }
}
