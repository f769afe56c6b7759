import Drawing
import Foundation
#if canImport(FoundationXML)
    import FoundationXML
#endif
import Testing

@Suite struct StringTests {
    private static let texts = [
        "", "Dairy", "<b>&\"'", "a\u{338}<\u{338}&\u{301}", "e\u{301}clair", "\u{0}\u{1B}[0m\u{7F}",
        "one\r\ntwo\u{2028}three\u{2029}four\u{85}",
        "\u{FFFE}\u{FFFF}", "日本語 🧀 مرحبا", "\u{202E}abc\u{200B}", "K\u{212A}Å\u{2126}", "가\u{1100}\u{1161}", "tab\tbed",
    ]

    @Test func `escaped text is read back as it was, and has no markup`() throws {
        for text in Self.texts {
            let html = text.escapedForHTML
            #expect(html.unicodeScalars.allSatisfy { !"<>\"'".unicodeScalars.contains($0) })
            #expect(Self.unescaped(html).unicodeScalars.elementsEqual(text.unicodeScalars))
            let xml = text.escapedForXML
            #expect(xml.unicodeScalars.allSatisfy { !"<>\"".unicodeScalars.contains($0) })
            #expect(Self.unescaped(xml).unicodeScalars.elementsEqual(text.printable.unicodeScalars))
        }
    }

    @Test func `an XML parser reads what is escaped for it`() throws {
        for text in Self.texts {
            let document = "<a b=\"\(text.escapedForXML)\">\(text.escapedForXML)</a>"
            let reader = Reader()
            let parser = XMLParser(data: Data(document.utf8))
            parser.delegate = reader
            #expect(parser.parse(), "\(text.debugDescription): \(String(describing: parser.parserError))")
            let lines = text.printable.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            #expect(reader.text.unicodeScalars.elementsEqual(lines.unicodeScalars))
        }
    }

    @Test func `a mark that combines with a sign does not hide it`() {
        #expect("<\u{338}".escapedForHTML == "&lt;\u{338}")
        #expect("a&\u{301}b".escapedForXML == "a&amp;\u{301}b")
    }

    @Test func `printable text is composed, so that equal texts have equal bytes, and filtering it again changes nothing`() {
        #expect(Array("e\u{301}clair".printable.utf8) == Array("\u{E9}clair".utf8))
        #expect("a\u{0}b\u{1B}c\u{FFFE}d\te\n".printable == "abc\u{FFFD}d\te\n")
        for text in Self.texts {
            #expect(Array(text.printable.printable.utf8) == Array(text.printable.utf8))
            #expect(Array(text.printable.utf8) == Array(text.decomposedStringWithCanonicalMapping.printable.utf8))
        }
    }

    @Test func `a printable line has spaces for controls and breaks, and no more than 4,096 scalars`() {
        #expect("one\ntwo\tthree\u{2028}four\u{85}five\u{7F}".printableLine == "one two three four five ")
        for text in Self.texts + [
            String(repeating: "é", count: 5_000), String(repeating: "a", count: 4_096), String(repeating: "b\n", count: 4_000),
        ] {
            let line = text.printableLine
            #expect(line.unicodeScalars.count <= 4_096)
            #expect(
                line.unicodeScalars.allSatisfy { ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory) })
            #expect(Array(line.printableLine.utf8) == Array(line.utf8))
        }
        #expect(String(repeating: "é", count: 5_000).printableLine.unicodeScalars.count == 4_096)
    }

    @Test func `text that runs the other way is set apart, and other text is left as it is`() {
        for text in ["", "Dairy 12,5 €", "日本語", "Ψωμί"] { #expect(BidirectionalText.isolated(text) == text) }
        #expect(BidirectionalText.isolated("חלב") == "\u{2068}חלב\u{2069}")
        // Controls within would end the isolate early, or open what nothing closes.
        #expect(BidirectionalText.isolated("a\u{2069}\u{202E}b") == "\u{2068}ab\u{2069}")
        let once = BidirectionalText.isolated("مرحبا 12")
        #expect(BidirectionalText.isolated(once) == once)
    }

    private static func unescaped(_ text: String) -> String {
        // By scalars, since a mark may combine with the end of an entity.
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var text = ""

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
}
