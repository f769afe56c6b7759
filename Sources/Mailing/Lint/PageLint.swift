import Foundation

/// What is wrong with the HTML of a mail.
struct PageLint {
    private(set) var findings: [MailLint.Finding] = []
    /// The ids of the parts that pictures refer to.
    private(set) var references: Set<String> = []
    private let parts: [String: ReceivedMessage.Part]

    init(_ tags: [HTMLTag], parts: [ReceivedMessage.Part]) {
        self.parts = Dictionary(parts.compactMap { part in part.contentID.map { ($0, part) } }) { first, _ in first }
        for (index, tag) in tags.enumerated() {
            check(attributesOf: tag)
            switch tag.name {
            case "svg": report(.inlineSVG, tag)
            case "img": check(image: tag)
            case "picture": report(.imageChoice, tag)
            case "script", "iframe", "object", "embed", "form", "video", "audio", "canvas": report(.activeContent, tag)
            case "link" where tag.attributes["rel"]?.lowercased().contains("stylesheet") == true: report(.externalStyle, tag)
            case "table" where tag.attributes["role"] == nil && !Self.isData(tags[(index + 1)...]): report(.layoutRole, tag)
            default: break
            }
        }
    }

    private mutating func report(_ rule: MailRule, _ tag: HTMLTag) {
        findings.append(MailLint.Finding(rule, line: tag.line, tag.source))
    }

    private mutating func check(attributesOf tag: HTMLTag) {
        let values = tag.attributes.mapValues { $0.lowercased().filter { !$0.isWhitespace } }
        if values.contains(where: { $0.key.hasPrefix("on") || $0.key == "href" && $0.value.hasPrefix("javascript:") }) {
            report(.activeContent, tag)
        }
        let style = values["style"] ?? ""
        if style.contains("url(data:") || style.contains("url('data:") || style.contains("url(\"data:") { report(.dataImage, tag) }
    }

    /// Whether a table has a heading before another table begins.
    private static func isData(_ rest: ArraySlice<HTMLTag>) -> Bool {
        rest.prefix(500).first { ["th", "caption", "table"].contains($0.name) }.map { $0.name != "table" } ?? false
    }

    private mutating func check(image tag: HTMLTag) {
        let source = (tag.attributes["src"] ?? "").filter { !$0.isWhitespace }
        let scheme = source.lowercased().prefix { $0 != ":" }
        var part: ReceivedMessage.Part?
        switch scheme {
        case "cid" where source.contains(":"):
            let id = String(source.dropFirst(4)).removingPercentEncoding ?? String(source.dropFirst(4))
            references.insert(id)
            part = parts[id]
            if part == nil { report(.missingPart, tag) }
        case "data" where source.contains(":"): report(.dataImage, tag)
        case "https" where source.contains(":"): checkAddress(source, tag)
        case "http" where source.contains(":"):
            report(.insecureImage, tag)
            checkAddress(source, tag)
        default: report(.imageSource, tag)
        }
        checkFormat(source, part, tag)
        checkSize(part, tag)
        if tag.attributes["srcset"] != nil { report(.imageChoice, tag) }
        if tag.attributes["usemap"] != nil, tag.attributes["style"]?.contains("%") == true { report(.imageMap, tag) }
        guard let alternative = tag.attributes["alt"] else { return report(.imageAlternative, tag) }
        if alternative.count > 150 { report(.longAlternative, tag) }
    }

    private mutating func checkAddress(_ source: String, _ tag: HTMLTag) {
        let path = source.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
        if path.contains(where: { "|(),[]{}^'\\\"<>".contains($0) || !$0.isASCII }) { report(.fragileAddress, tag) }
    }

    private mutating func checkFormat(_ source: String, _ part: ReceivedMessage.Part?, _ tag: HTMLTag) {
        let path = source.lowercased().prefix { $0 != "?" && $0 != "#" }
        if part?.type.name == "image/svg+xml" || path.hasSuffix(".svg") || path.hasPrefix("data:image/svg") { report(.svgImage, tag) }
        if part?.type.name == "image/webp" || path.hasSuffix(".webp") || path.hasPrefix("data:image/webp") { report(.webpImage, tag) }
    }

    private mutating func checkSize(_ part: ReceivedMessage.Part?, _ tag: HTMLTag) {
        func points(_ name: String) -> Int? {
            tag.attributes[name].flatMap { text in text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil }
        }
        guard let width = points("width"), let height = points("height"), width > 0, height > 0 else { return report(.imageSize, tag) }
        // A point that counts opens has no detail to lose.
        if let header = part.flatMap({ PNGHeader($0.content) }), width > 16, header.width < width * 2 { report(.imageDensity, tag) }
    }
}
