import Charts
import Drawing
import Foundation
import Testing

@testable import Mailing

/// A report as a mail, as Python's `email` package reads it.
@Suite struct ReportMailTests {
    @Test func `text, HTML and pictures are where mail programs look for them`() throws {
        let mail = try ReadMail(Samples.mail().message.bytes)
        #expect(mail.parts.map(\.type) == ["multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png"])
        #expect(mail.defects.isEmpty && mail.parts.allSatisfy { $0.defects.isEmpty })
        #expect(mail.parts[2].parameters["type"] == "text/html")
        for type in ["text/plain", "text/html"] { #expect(mail.part(type)?.charset == "utf-8") }
        #expect(mail.part("text/plain")?.content?.contains("Käse & <Wein> 3") == true)
        #expect(mail.part("image/png")?.disposition == "inline")
        #expect(mail.part("image/png")?.fileName == "Items.png")
        let png = try #require(Data(base64Encoded: mail.part("image/png")?.content ?? ""))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // 560 points at twice the size, opaque: the color type is not one with alpha.
        #expect(png[16..<20].elementsEqual([0, 0, 4, 96]) && ![4, 6].contains(png[25]))
    }

    @Test func `the head says who, when, what, and how to get no more of it`() throws {
        let mail = try ReadMail(Samples.mail().message.bytes)
        #expect(mail.headers["from"] == ["\"Shop, the\" <shop@example.org>"])
        #expect(mail.headers["to"] == ["ada@example.org"])
        #expect(mail.headers["date"] == ["Fri, 01 Mar 2024 00:00:00 +0000"])
        #expect(mail.headers["subject"] == ["Shopping report: U1 · Mar 2024"])
        #expect(mail.headers["list-unsubscribe"]?.first?.hasPrefix("<https://example.org/u?id=1&x=2>, <mailto:shop@example.org") == true)
        #expect(mail.headers["list-unsubscribe-post"] == ["List-Unsubscribe=One-Click"])
        #expect(mail.headers["message-id"]?.first?.hasSuffix("@example.org>") == true)
    }

    @Test func `the HTML has what every client shows and nothing that some do not`() throws {
        let mail = try ReadMail(Samples.mail().message.bytes)
        let html = try #require(mail.part("text/html")?.content)
        let id = try #require(mail.part("image/png")?.id).dropFirst().dropLast()
        #expect(html.contains("src=\"cid:\(id)\" width=\"560\" height=\"210\" alt=\"Items: 15"))
        #expect(html.contains("role=\"presentation\"") && html.contains("max-width:600px"))
        #expect(html.contains("K&#xE4;se") || html.contains("Käse &amp; &lt;Wein&gt;"))
        for word in ["<svg", "data:", "<script", "webp", "<Wein>"] { #expect(!html.contains(word)) }
        #expect(html.contains("href=\"https://example.org/u?id=1&amp;x=2\""))
        #expect(html.utf8.count < 90_000)
    }

    @Test func `no line is longer than mail allows, and each ends in CRLF`() throws {
        let bytes = try Samples.mail(Samples.document(name: String(repeating: "牛乳🥛", count: 30))).message.bytes
        let text = try #require(String(bytes: bytes, encoding: .ascii))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
    }

    @Test func `equal arguments give equal bytes, others another id and other boundaries`() throws {
        let (one, same) = (try Samples.mail().message, try Samples.mail().message)
        #expect(one == same)
        let other = try Samples.mail(Samples.document(name: "Other")).message
        #expect(one.id != other.id)
    }

    @Test(arguments: Locale.supported)
    func `a mail is read in every language, from the side it is read from`(locale: Charts.Locale) throws {
        let mail = try ReadMail(Samples.mail(Samples.document(locale: locale)).message.bytes)
        #expect(mail.headers["content-language"] == [locale.identifier])
        let html = try #require(mail.part("text/html")?.content)
        #expect(html.contains("lang=\"\(locale.identifier)\" dir=\"\(locale.isRightToLeft ? "rtl" : "ltr")\""))
    }

    @Test func `a snippet of one chart has nothing that the rules find`() throws {
        let section = Samples.document().sections[0]
        let html = try ChartSnippet(section, picture: "https://example.org/a.png", size: Size(width: 560, height: 300)).html
        #expect(html.contains("<img src=\"https://example.org/a.png\" width=\"560\" height=\"300\" alt=\"Items: 15"))
        #expect(html.contains("Käse &amp; &lt;Wein&gt; 3"))
        let head = ["From: a@x.org", "Date: x", "Subject: x", "Message-ID: <1@x>", "Content-Type: text/html; charset=utf-8", "", ""]
        let findings = MailLint(ReceivedMessage(Array((head.joined(separator: "\n") + html).utf8))).findings
        #expect(findings.map(\.rule) == [.unsubscribe, .missingText])
    }

    @Test func `rows that have no room are said to be left out, in all forms`() throws {
        let document = Samples.document()
        let mail = try ReadMail(Samples.mail(document).message.bytes)
        let snippet = try ChartSnippet(document.sections[0], picture: "https://example.org/a.png", size: Size(width: 560, height: 300)).html
        for text in [mail.part("text/plain")?.content, mail.part("text/html")?.content] {
            #expect(text?.contains("16 more rows are left out.") == true, "\(text ?? "")")
        }
        #expect(snippet.contains("8 more rows are left out."))
    }

    @Test func `of months the latest are shown`() throws {
        var document = Samples.document()
        document.sections[0].table.endsWithLatest = true
        let mail = try ReadMail(Samples.mail(document).message.bytes)
        for type in ["text/plain", "text/html"] {
            let text = try #require(mail.part(type)?.content)
            #expect(text.contains("16 earlier rows are left out."))
            #expect(text.contains("Wein> 19") || text.contains("Wein&gt; 19"))
            #expect(!text.contains("Wein> 7") && !text.contains("Wein&gt; 7"))
        }
    }

    @Test func `a name without spaces cannot make a mail wider than its window, and no number is broken`() throws {
        let mail = try ReadMail(Samples.mail(Samples.document(name: String(repeating: "Wort", count: 40))).message.bytes)
        let html = try #require(mail.part("text/html")?.content)
        let cells = html.matches(of: /<td class="ink rule[^>]*style="([^"]*)">/).map { String($0.1) }
        #expect(cells.count == 24)
        for (index, style) in cells.enumerated() {
            #expect(style.contains("word-break:break-word") == index.isMultiple(of: 2), "\(style)")
            #expect(style.contains("white-space:nowrap") != index.isMultiple(of: 2), "\(style)")
        }
    }

    @Test func `names and sentences are read in their own direction, in a mail from right to left too`() throws {
        let mail = try ReadMail(Samples.mail(Samples.document(locale: try #require(Locale(identifier: "he")), name: "<Tee>")).message.bytes)
        let html = try #require(mail.part("text/html")?.content)
        #expect(html.contains(/<td class="ink rule" dir="auto" align="right"[^>]*>&lt;Tee&gt; 0</))
        #expect(html.contains(/<td class="ink" dir="ltr" align="right"[^>]*>As in February/))
        #expect(html.contains(/<td class="ink rule" align="left"[^>]*>0</))
    }

    @Test func `a list of mails shows figures beside the subject, and the text says how to get no more of it`() throws {
        let mail = try ReadMail(Samples.mail().message.bytes)
        #expect(mail.part("text/html")?.content?.contains(">Sum 0: $0, Sum 1: $1. As in February.</div>") == true)
        #expect(mail.part("text/plain")?.content?.contains("Unsubscribe: https://example.org/u?id=1&x=2") == true)
    }

    @Test func `pictures may be links`() throws {
        let mail = try ReportMail(Samples.document(), Samples.envelope(), typesetter: Samples.typesetter()) { section in
            let size = ReportMail.canvas(of: section)
            return "https://example.org/\(section.name).png?w=\(Int(size.width))&h=\(Int(size.height))"
        }
        let read = try ReadMail(mail.message.bytes)
        #expect(read.parts.map(\.type) == ["multipart/alternative", "text/plain", "text/html"])
        #expect(read.part("text/html")?.content?.contains("src=\"https://example.org/top-items.png?w=400&amp;h=150\"") == true)
    }

    @Test func `no name becomes markup, whatever stands beside its signs`() throws {
        let name = "\u{600}<img src=x>\u{301}\u{22}\u{301} x"
        let mail = try ReadMail(Samples.mail(Samples.document(name: name)).message.bytes)
        let html = try #require(mail.part("text/html")?.content)
        let scalars = Array(html.unicodeScalars)
        #expect(scalars.contains("\u{600}"))
        for (index, scalar) in scalars.enumerated() where scalar == "\u{600}" || scalar == "\u{301}" {
            #expect(!["<", ">", "\""].contains(scalars[scalar == "\u{600}" ? index + 1 : index - 1]))
        }
    }
}
