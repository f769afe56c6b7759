/// An opening tag of HTML, as a lenient reader finds it.
struct HTMLTag: Hashable, Sendable {
    /// In lower case.
    let name: String
    /// By lower-case name, entities decoded; the first of equals counts, as in HTML.
    let attributes: [String: String]
    /// The tag as it stands in the source.
    let source: String
    /// From 1.
    let line: Int

    /// The most tags that are looked at.
    static let limit = 20_000

    /// Returns the opening tags of a page; those in comments, conditional ones included, are left out, and so is what scripts and styles
    /// hold.
    static func all(in html: String) -> [HTMLTag] {
        var reader = HTMLReader(html)
        return reader.tags()
    }
}

/// Looks for tags, byte by byte: names and quotes are ASCII in every page.
private struct HTMLReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 1

    init(_ html: String) { bytes = Array(html.utf8) }

    mutating func tags() -> [HTMLTag] {
        var tags: [HTMLTag] = []
        while index < bytes.count, tags.count < HTMLTag.limit {
            guard bytes[index] == UInt8(ascii: "<") else {
                advance()
                continue
            }
            if starts(with: "<!--") {
                skip(past: "-->")
            } else if let next = byte(at: index + 1), Self.isLetter(next) {
                let tag = self.tag()
                tags.append(tag)
                if tag.name == "script" || tag.name == "style" { skip(past: "</\(tag.name)") }
            } else {
                advance()
            }
        }
        return tags
    }

    private mutating func tag() -> HTMLTag {
        let (start, startLine) = (index, line)
        advance()
        let name = text { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.lowercased()
        var attributes: [String: String] = [:]
        while let current = byte(at: index), current != UInt8(ascii: ">") {
            if Self.isSpace(current) || current == UInt8(ascii: "/") {
                advance()
                continue
            }
            let key = text { !Self.isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                .lowercased()
            skipSpaces()
            guard byte(at: index) == UInt8(ascii: "=") else {
                if key.isEmpty { advance() } else if attributes[key] == nil { attributes[key] = "" }
                continue
            }
            advance()
            skipSpaces()
            let value: String
            if let quote = byte(at: index), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                advance()
                value = text { $0 != quote }
                advance()
            } else {
                value = text { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
            }
            if attributes[key] == nil { attributes[key] = value.decodingEntities }
        }
        advance()
        return HTMLTag(
            name: name, attributes: attributes,
            source: String(decoding: bytes[start..<min(index, bytes.count)].prefix(2_000), as: UTF8.self),
            line: startLine
        )
    }

    private func byte(at index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func advance() {
        if byte(at: index) == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    private mutating func text(_ belongs: (UInt8) -> Bool) -> String {
        let start = index
        while let current = byte(at: index), belongs(current) { advance() }
        return String(decoding: bytes[start..<min(index, bytes.count)], as: UTF8.self)
    }

    private mutating func skipSpaces() {
        while let current = byte(at: index), Self.isSpace(current) { advance() }
    }

    private mutating func skip(past mark: String) {
        while index < bytes.count, !starts(with: mark) { advance() }
        for _ in mark.utf8 where index < bytes.count { advance() }
    }

    private func starts(with mark: String) -> Bool {
        bytes[index...].prefix(mark.utf8.count).elementsEqual(mark.utf8) { $0 == $1 || Self.isLetter($0) && $0 | 0x20 == $1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}

extension String {
    /// The text with the entities decoded that addresses and sizes have.
    fileprivate var decodingEntities: String {
        guard contains("&") else { return self }
        var text = self
        for (entity, character) in [("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
            text = text.replacing(entity, with: character)
        }
        return text
    }
}
