/// A PDF as Cairo wrote it, made fit to publish.
struct PDFDocument {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// Says that the document is tagged, in which language it is, and that its title is to be shown: Cairo 1.16 writes the tags, but not
    /// these entries of the catalog, without which readers pass over them (ISO 32000-1, sections 7.7.2 and 14.7.1).
    ///
    /// The catalog is the last object before the table of cross-references, so that nothing but the table's own place changes. A document
    /// of another make is left as it is.
    mutating func tag(language: String) {
        guard let catalog = bytes.lastRange(of: "<< /Type /Catalog"), let table = bytes.lastRange(of: "startxref\n"),
            catalog.upperBound < table.lowerBound
        else { return }
        let digits = bytes[table.upperBound...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let place = Int(String(decoding: digits, as: UTF8.self)), place > catalog.upperBound,
            language.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "z") ~= $0 })
        else { return }
        let entries = " /MarkInfo << /Marked true >> /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>"
        bytes.replaceSubrange(digits.startIndex..<digits.endIndex, with: String(place + entries.utf8.count).utf8)
        bytes.insert(contentsOf: entries.utf8, at: catalog.upperBound)
    }
}
