/// What a file holds its log in, told by its first bytes.
enum Container: Hashable, Sendable {
    case plain
    case gzip
    /// A member of a zip archive.
    case zip(member: Int)
    /// A sheet of a workbook of Excel.
    case workbook(sheet: Int)

    /// As many bytes as are looked at.
    static let headBytes = 4096

    /// Throws when the file is of a kind that holds no table that can be read.
    ///
    /// - Parameter isOfKnownEncoding: whether zeros may be part of the text.
    static func check(_ head: [UInt8], isOfKnownEncoding: Bool) throws(PurchaseLogError) {
        if head.isEmpty { throw .empty }
        if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { throw .notText(looksLike: known.name) }
        if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { throw .notText(looksLike: "a tar archive") }
        let start = String(decoding: head.prefix(1024), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(200).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<table")
            || start.contains("<html") && start.hasPrefix("<")
        {
            throw .notText(looksLike: "HTML")
        }
        if start.hasPrefix("<?xml") || start.hasPrefix("<") && start.dropFirst().first?.isLetter == true && start.contains(">") {
            throw .notText(looksLike: "XML")
        }
        if start.hasPrefix("{\"") || start.hasPrefix("[{") || start.hasPrefix("{\n") || start.hasPrefix("[\n") || start.hasPrefix("{ ")
            || start == "{"
        {
            throw .notText(looksLike: "JSON")
        }
        if start.hasPrefix("{\\rtf") { throw .notText(looksLike: "a document in RTF") }
        if head.contains(0), !isOfKnownEncoding, TextEncoding.marked(head) == nil { throw .notText(looksLike: "binary data") }
    }

    private static let signatures: [(name: String, bytes: [UInt8])] = [
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG image", [0xFF, 0xD8, 0xFF]),
        ("a GIF image", Array("GIF8".utf8)),
        ("a WebP image", Array("RIFF".utf8)),
        ("a PDF document", Array("%PDF-".utf8)),
        ("a ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
        ("an old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0]),
        ("a gzip file inside a gzip file", [0x1F, 0x8B]),
        ("a bzip2 file", Array("BZh".utf8)),
        ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        ("a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD]),
        ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]),
        ("a RAR archive", Array("Rar!".utf8)),
        ("an SQLite database", Array("SQLite format 3".utf8)),
        ("a Parquet file", Array("PAR1".utf8)),
    ]
}
