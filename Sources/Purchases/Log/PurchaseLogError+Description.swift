extension PurchaseLogError: CustomStringConvertible {
    /// What is wrong, with what was found, and what to do about it.
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason):
            "cannot open \"\(path)\": \(reason)"
        case .notAFile(let path):
            "\"\(path)\" is not a file; give the path of a CSV file, or of one compressed with gzip"
        case .cannotRead(let reason):
            "the log cannot be read to its end: \(reason)"
        case .empty:
            "the log is empty; its first line must name the columns, as in \"\(Self.exampleHeader)\""
        case .notText(let kind):
            "this looks like \(kind), not like CSV; export the purchases as CSV in UTF-8"
        case .bareCarriageReturns:
            "the lines end in a carriage return alone; save the log with LF or CRLF line ends"
        case .truncatedGzip:
            "the gzip file ends too early; copy or download it again"
        case .damagedGzip(let reason):
            "the gzip file is damaged (\(reason)); copy it again or compress it again"
        case .tooLong(let limit):
            "the log has more than \(limit.grouped) bytes; import it in parts"
        case .headerTooLong(let limit):
            "the first line has more than \(limit.grouped) bytes; it must name the columns, as in \"\(Self.exampleHeader)\""
        case .unreadableHeader(let reason):
            "the header \(reason.explanation)"
        case .tooManyColumns(let limit):
            "the header names more than \(limit) columns; keep those that are needed"
        case .missingColumns(let fields, let found):
            Self.missing(fields, found)
        case .repeatedColumns(let names, let field):
            "\(names.count) columns are named \(Self.list(names)); rename all but one, or name another with --map \(field.shortName)=COLUMN"
        case .malformedMapping(let mapping):
            "\"\(mapping)\" does not map a field to a column; write FIELD=COLUMN, as in \"date=Purchased on\""
        case .unknownField(let name):
            "there is no field \"\(name)\"; the fields are \(PurchaseLog.Field.shortNames.map(\.key).joined(separator: ", "))"
        case .unknownColumn(let column, let field, let found):
            "there is no column \"\(column)\" for \(field.shortName); the log has \(Self.list(found))"
        }
    }

    private static let exampleHeader = "CustomerID,OrderDate,Item Name,Quantity,Base Price"

    private static func missing(_ fields: [PurchaseLog.Field], _ found: [String]) -> String {
        var wanted = fields.filter { $0 != .basePrice && $0 != .totalPrice }.map { "\"\($0.rawValue)\"" }
        if fields.contains(.basePrice) {
            wanted.append("\"\(PurchaseLog.Field.basePrice.rawValue)\" or \"\(PurchaseLog.Field.totalPrice.rawValue)\"")
        }
        let shortName = fields.first?.shortName ?? "date"
        var text = "the log has no column \(wanted.joined(separator: ", nor ")); it has \(list(found))"
        if found.count == 1, let only = found.first, let separator = separator(in: only) {
            text += "; its fields seem to be separated by \(separator): save it with commas"
        } else {
            text += "; if one of them is meant, say which, as in --map \(shortName)=COLUMN or ?map=\(shortName)=COLUMN"
        }
        return text
    }

    private static func separator(in header: String) -> String? {
        if header.contains(";") { return "semicolons" }
        // Shown names have pictures in place of control characters.
        if header.contains("\t") || header.contains("\u{2409}") { return "tabs" }
        return nil
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
    }
}
