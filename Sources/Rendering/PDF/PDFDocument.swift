import Drawing

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

extension PDFDocument {
    /// Says what figures show to those who cannot see them: the n-th text is that of the n-th figure among the tags.
    ///
    /// Cairo 1.16 writes the tags but knows no alternative texts. The figures' objects are written once more at the end, as an incremental
    /// update (ISO 32000-1, section 7.5.6), so that nothing before them moves. A document of another make is left as it is.
    mutating func describe(figures alternatives: [String]) {
        guard !alternatives.isEmpty, let trailer = trailer else { return }
        var objects: [(number: Int, dictionary: String)] = []
        var place = bytes.startIndex
        for alternative in alternatives {
            guard let figure = bytes.firstRange(of: Self.figure, from: place),
                let end = bytes.firstRange(of: Self.end, from: figure.upperBound),
                let number = objectNumber(before: figure.lowerBound)
            else { return }
            place = end.upperBound
            let dictionary = String(decoding: bytes[figure.lowerBound..<end.lowerBound], as: UTF8.self)
            objects.append((number, "\(dictionary)   /Alt \(Self.string(alternative))\n>>"))
        }
        var update: [UInt8] = []
        var entries = ""
        // A table has its objects in order.
        for object in objects.sorted(by: { $0.number < $1.number }) {
            let offset = String(bytes.count + update.count)
            entries += "\(object.number) 1\n\(String(repeating: "0", count: max(0, 10 - offset.utf8.count)))\(offset) 00000 n \n"
            update += "\(object.number) 0 obj\n\(object.dictionary)\nendobj\n".utf8
        }
        let table = bytes.count + update.count
        update += "xref\n\(entries)trailer\n\(trailer.dictionary)   /Prev \(trailer.table)\n>>\nstartxref\n\(table)\n%%EOF\n".utf8
        append(update)
    }

    private static let figure = "<< /Type /StructElem\n   /S /Figure\n"
    private static let end = ">>\nendobj\n"

    /// The trailer without its end, and the place of the table of cross-references.
    private var trailer: (dictionary: String, table: Int)? {
        guard let opening = bytes.lastRange(of: "trailer\n<< /Size "), let mark = bytes.lastRange(of: ">>\nstartxref\n"),
            opening.upperBound < mark.lowerBound, bytes.suffix(6).elementsEqual("%%EOF\n".utf8)
        else { return nil }
        let digits = bytes[mark.upperBound...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let table = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let start = opening.lowerBound + "trailer\n".utf8.count
        return (String(decoding: bytes[start..<mark.lowerBound], as: UTF8.self), table)
    }

    /// Returns the number in `15 0 obj` before a dictionary.
    private func objectNumber(before place: Int) -> Int? {
        let mark = Array(" 0 obj\n".utf8)
        guard place > mark.count, bytes[(place - mark.count)..<place].elementsEqual(mark) else { return nil }
        let digits = bytes[..<(place - mark.count)].suffix(10).reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(String(decoding: digits.reversed(), as: UTF8.self))
    }

    /// A text in UTF-16 and hexadecimal digits (section 7.9.2.2).
    private static func string(_ text: String) -> String {
        let units = [0xFEFF] + text.printable.utf16.map(Int.init)
        return "<" + units.map { String(String($0 + 0x10000, radix: 16).dropFirst()) }.joined() + ">"
    }
}
