import Foundation

/// A picture's file, looked into for what its maker wrote beside the picture.
///
///     let file = PictureFile(bytes)
///     file?.metadata        // the figures, if it is one of ours
public struct PictureFile: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable { case png, svg, pdf }

    public let format: Format
    /// Empty where there is none.
    public let title: String
    public let summary: String
    /// What `Scene.metadata` was; nil where there is none.
    public let metadata: String?

    /// The keyword of the PNG chunk that holds the metadata.
    static let keyword = "Cartograph Figures"
    /// The most bytes of a text that is read.
    static let textLimit = 1 << 16

    /// Reads a PNG, an SVG or a PDF; nil for anything else. What is broken in it is passed over.
    ///
    /// The time is linear in the bytes, and no text takes more than 64 kB.
    public init?(_ bytes: [UInt8]) {
        let texts: EmbeddedMetadata
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            format = .png
            texts = EmbeddedMetadata(png: bytes)
        } else if bytes.starts(with: "%PDF-".utf8) {
            format = .pdf
            texts = EmbeddedMetadata(pdf: bytes)
        } else if bytes.prefix(1_000).firstRange(of: "<svg".utf8) != nil {
            format = .svg
            texts = EmbeddedMetadata(svg: bytes)
        } else {
            return nil
        }
        title = texts.title ?? ""
        summary = texts.summary ?? ""
        metadata = texts.metadata
    }
}

/// The texts of a file, as its format keeps them.
struct EmbeddedMetadata {
    var title: String?
    var summary: String?
    var metadata: String?

    mutating func keep(_ text: String, as keyword: String) {
        switch keyword {
        case "Title": title = title ?? text
        case "Description": summary = summary ?? text
        case PictureFile.keyword: metadata = metadata ?? text
        default: break
        }
    }
}

extension EmbeddedMetadata {
    /// Reads the first `title`, `desc` and `metadata` of an SVG.
    init(svg bytes: [UInt8]) {
        for (element, keyword) in [("title", "Title"), ("desc", "Description"), ("metadata", PictureFile.keyword)] {
            if let text = Self.content(of: element, in: bytes) { keep(text, as: keyword) }
        }
    }

    private static func content(of element: String, in bytes: [UInt8]) -> String? {
        guard let opening = bytes.firstRange(of: "<\(element)", from: 0),
            let start = bytes.firstRange(of: ">", from: opening.upperBound)?.upperBound,
            let end = bytes.firstRange(of: "</\(element)>", from: start), end.lowerBound - start <= PictureFile.textLimit
        else { return nil }
        let text = String(decoding: bytes[start..<end.lowerBound], as: UTF8.self)
        // The ampersand last: what it stands for may look like another of them.
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) { text, pair in
            // By scalars: a mark that combines with a ";" makes another character of it.
            text.replacingOccurrences(of: pair.0, with: pair.1, options: .literal)
        }
    }
}
