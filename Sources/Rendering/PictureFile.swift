/// A picture's file, looked into for what its maker wrote beside the picture.
///
///     let file = PictureFile(bytes)
///     file?.record        // the figures, if it is one of ours
public struct PictureFile: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable { case png, svg, pdf }

    public let format: Format
    /// Empty where there is none.
    public let title: String
    public let summary: String
    /// What `Scene.record` was; nil where there is none.
    public let record: String?

    /// The keyword of the PNG chunk that holds the record.
    static let keyword = "Cartograph Figures"
    /// The most bytes of a text that is read.
    static let textLimit = 1 << 16

    /// Reads a PNG, an SVG or a PDF; nil for anything else. What is broken in it is passed over.
    ///
    /// The time is linear in the bytes, and no text takes more than 64 kB.
    public init?(_ bytes: [UInt8]) {
        let texts: FileTexts
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            format = .png
            texts = FileTexts(png: bytes)
        } else if bytes.starts(with: "%PDF-".utf8) {
            format = .pdf
            texts = FileTexts(pdf: bytes)
        } else if bytes.prefix(1_000).firstRange(of: "<svg".utf8) != nil {
            format = .svg
            texts = FileTexts(svg: bytes)
        } else {
            return nil
        }
        title = texts.title ?? ""
        summary = texts.summary ?? ""
        record = texts.record
    }
}

/// The texts of a file, as its format keeps them.
struct FileTexts {
    var title: String?
    var summary: String?
    var record: String?

    mutating func keep(_ text: String, as keyword: String) {
        switch keyword {
        case "Title": title = title ?? text
        case "Description": summary = summary ?? text
        case PictureFile.keyword: record = record ?? text
        default: break
        }
    }
}
