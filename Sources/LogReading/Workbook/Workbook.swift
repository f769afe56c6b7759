/// What all sheets of a workbook of Excel (ECMA-376) share: their names, the texts of cells, and which styles are dates.
final class Workbook: Sendable {
    struct Sheet: Hashable, Sendable {
        var name: String
        /// Its place in the archive.
        var member: Int
    }

    let sheets: [Sheet]
    /// The texts that cells name by number, in UTF-8, one after the other; `starts` has one more than there are texts.
    private let texts: [UInt8]
    private let starts: [UInt32]
    private let dateStyles: Set<Int>
    let countsFrom1904: Bool

    /// The most bytes of shared texts.
    static let textLimit = 48 << 20
    /// The most bytes of the parts that are read whole.
    private static let partLimit = 16 << 20

    /// Reads what the sheets share, or returns nil when the archive is no workbook.
    static func open(_ file: LogFile) throws(PurchaseLogError) -> Workbook? {
        let archive = try ZipArchive(file)
        let entries = try archive.entries()
        guard let workbook = entries.first(where: { $0.name == "xl/workbook.xml" }) else { return nil }
        return try Workbook(archive, entries, workbook)
    }

    private init(_ archive: ZipArchive, _ entries: [ZipArchive.Entry], _ workbook: ZipArchive.Entry) throws(PurchaseLogError) {
        func member(_ name: String) throws(PurchaseLogError) -> ZipMember? {
            guard let entry = entries.first(where: { $0.name == name }) else { return nil }
            guard entry.byteCount <= Self.partLimit || name == "xl/sharedStrings.xml" else {
                throw .damagedArchive(reason: "its part \(name) has more than \(Self.partLimit.grouped) bytes")
            }
            return try archive.open(entry.index)
        }
        var targets: [String: String] = [:]
        if let part = try member("xl/_rels/workbook.xml.rels") {
            let events = try XMLEvents()
            events.onStart = { name, attributes in
                if name == "Relationship", let id = attributes["Id"] { targets[id] = attributes["Target"] }
            }
            try events.parse(part)
        }
        var names: [(name: String, id: String)] = []
        var countsFrom1904 = false
        let events = try XMLEvents()
        events.onStart = { name, attributes in
            if name == "sheet", let id = attributes["id"], names.count < 1_000 { names.append((attributes["name"] ?? "", id)) }
            if name == "workbookPr" { countsFrom1904 = ["1", "true"].contains(attributes["date1904"]) }
        }
        try events.parse(archive.open(workbook.index))
        sheets = names.compactMap { sheet in
            guard let target = targets[sheet.id] else { return nil }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
            return entries.first { $0.name == path }.map { Sheet(name: sheet.name, member: $0.index) }
        }
        self.countsFrom1904 = countsFrom1904
        dateStyles = try Self.dateStyles(try member("xl/styles.xml"))
        (texts, starts) = try Self.texts(try member("xl/sharedStrings.xml"))
    }

    /// The places of cell formats that show dates.
    private static func dateStyles(_ part: ZipMember?) throws(PurchaseLogError) -> Set<Int> {
        guard let part else { return [] }
        var custom: [Int: String] = [:]
        var styles: Set<Int> = []
        var (isInFormats, place) = (false, 0)
        let events = try XMLEvents()
        events.onStart = { name, attributes in
            switch name {
            case "numFmt": if let id = attributes["numFmtId"].flatMap(Int.init) { custom[id] = attributes["formatCode"] }
            case "cellXfs": isInFormats = true
            case "xf" where isInFormats:
                let id = attributes["numFmtId"].flatMap(Int.init) ?? 0
                if (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
                    || custom[id].map(isDateFormat) == true
                {
                    styles.insert(place)
                }
                place += 1
            default: break
            }
        }
        events.onEnd = { if $0 == "cellXfs" { isInFormats = false } }
        try events.parse(part)
        return styles
    }

    /// Whether a format shows years, months or days: its letters outside of quotes and brackets say so.
    static func isDateFormat(_ code: String) -> Bool {
        var (isQuoted, isBracketed, isEscaped) = (false, false, false)
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\", "_": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]" where !isQuoted: isBracketed = false
            case "y", "d": if !isQuoted, !isBracketed { return true }
            default: break
            }
        }
        return false
    }

    private static func texts(_ part: ZipMember?) throws(PurchaseLogError) -> (texts: [UInt8], starts: [UInt32]) {
        var texts: [UInt8] = []
        var starts: [UInt32] = [0]
        guard let part else { return (texts, starts) }
        var (isInText, isPhonetic, isTooLong) = (false, false, false)
        let events = try XMLEvents()
        events.onStart = { name, _ in
            if name == "t" { isInText = !isPhonetic }
            if name == "rPh" { isPhonetic = true }
        }
        events.onText = { bytes in
            guard isInText else { return }
            if texts.count + bytes.count > textLimit { isTooLong = true } else { texts += bytes }
        }
        events.onEnd = { name in
            if name == "t" { isInText = false }
            if name == "rPh" { isPhonetic = false }
            if name == "si" { starts.append(UInt32(texts.count)) }
            if starts.count > textLimit / 4 { isTooLong = true }
        }
        try events.parse(part)
        guard !isTooLong else { throw .workbookTooLarge(limit: textLimit) }
        return (texts, starts)
    }

    func isDate(style: Int) -> Bool { dateStyles.contains(style) }

    /// The bytes of a shared text, none when there is no such text.
    func text(_ index: Int) -> ArraySlice<UInt8> {
        guard index >= 0, index + 1 < starts.count else { return [] }
        return texts[Int(starts[index])..<Int(starts[index + 1])]
    }
}
