/// Tells what a file is that is given as CSV but is none.
enum FileKind {
    /// As many bytes as `check` needs to see.
    static let headBytes = 4096

    /// Throws when a log that begins with `head` cannot be CSV.
    static func check(_ head: [UInt8]) throws(PurchaseLogError) {
        if head.isEmpty { throw .empty }
        if let known = signatures.first(where: { head.starts(with: $0.bytes) }) { throw .notText(looksLike: known.name) }
        if head.contains(0) { throw .notText(looksLike: "binary data or UTF-16") }
        let hasBareReturn = zip(head, head.dropFirst()).contains { $0 == .carriageReturn && $1 != .lineFeed }
        if hasBareReturn, !head.contains(.lineFeed) { throw .bareCarriageReturns }
    }

    private static let signatures: [(name: String, bytes: [UInt8])] = [
        ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
        ("a JPEG image", [0xFF, 0xD8, 0xFF]),
        ("a GIF image", Array("GIF8".utf8)),
        ("a PDF document", Array("%PDF-".utf8)),
        ("a ZIP archive or an Excel workbook", [0x50, 0x4B, 0x03, 0x04]),
        ("an old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0]),
        ("a gzip file inside a gzip file", [0x1F, 0x8B]),
        ("a bzip2 file", Array("BZh".utf8)),
        ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        ("a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD]),
        ("an SQLite database", Array("SQLite format 3".utf8)),
        ("text in UTF-16", [0xFE, 0xFF]),
        ("text in UTF-16", [0xFF, 0xFE]),
    ]
}
