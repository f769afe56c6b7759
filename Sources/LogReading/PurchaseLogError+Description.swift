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
        case .noRows:
            "the log has a header and no rows below it; export the purchases again"
        case .notText(let kind):
            Self.remedy(kind)
        case .truncatedGzip:
            "the gzip file ends too early; copy or download it again"
        case .damagedGzip(let reason):
            "the gzip file is damaged (\(reason)); copy it again or compress it again"
        case .damagedArchive(let reason):
            "the zip archive or workbook cannot be read (\(reason)); copy or save it again, or export the purchases as CSV"
        case .notOneTable(let names):
            names.isEmpty
                ? "the zip archive holds no table (.csv, .tsv, .txt); export the purchases as CSV"
                : "the zip archive holds \(names.count) tables, \(Self.list(names)); unpack it and give the one with the purchases"
        case .noSuchSheet(let name, let found):
            "the workbook has no sheet \"\(name)\"; its sheets are \(Self.list(found)); choose one with --sheet"
        case .workbookTooLarge(let limit):
            "the texts of the workbook have more than \(limit.grouped) bytes; save the sheet as CSV"
        case .tooLong(let limit):
            "the log has more than \(limit.grouped) bytes; import it in parts"
        case .headerTooLong(let limit):
            "the first line has more than \(limit.grouped) bytes; it must name the columns, as in \"\(Self.exampleHeader)\""
        case .unreadableHeader(let reason):
            "the header \(reason.explanation); mend that line, or say which line names the columns with --header-row"
        case .tooManyColumns(let limit):
            "the header names more than \(limit) columns; keep those that are needed"
        case .noHeaderRow(let line):
            "no row begins on line \(line); say which line names the columns with --header-row"
        case .headerWidth(let found, let rows):
            "the header has \(found) \(found == 1 ? "field" : "fields") where the rows have \(rows): a delimiter is missing there or too many, "
                + "or decimal commas are not quoted, so that names would stand above other columns; mend the header, or say which line names the columns with --header-row"
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
        case .noSuchColumn(let column, let option, let found):
            "there is no column \"\(column)\" for --\(option.rawValue); the log has \(Self.list(found))"
        case .unreadableOption(let option, let value, let explanation):
            "--\(option.rawValue): \"\(value)\" \(explanation)"
        case .questions(let questions):
            questions.map { question in
                ([question.text] + question.choices.map { "  \($0.argument)  \($0.meaning)" }).joined(separator: "\n")
            }.joined(separator: "\n")
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
        text += "; if one of them is meant, say which, as in --map \(shortName)=COLUMN or ?map=\(shortName)=COLUMN"
        return text
    }

    /// What the file is, and what to do instead.
    private static func remedy(_ kind: String) -> String {
        let advice =
            switch kind {
            case "HTML": "open it in a spreadsheet and save it as CSV, whatever its name ends in"
            case "JSON", "XML": "export the purchases as CSV instead"
            case "an old Excel workbook": "open it and save it as .xlsx or as CSV"
            case "a PDF document": "it holds pages and no table; ask the shop or the bank for a CSV file"
            case _ where kind.hasSuffix("image"): "it holds a picture and no table; export the purchases as CSV"
            case _ where kind.hasSuffix("archive") || kind.hasSuffix("file"): "unpack it first, or compress it with gzip or zip"
            default: "export the purchases as CSV in UTF-8"
            }
        return "this looks like \(kind), not like CSV; \(advice)"
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(40).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 40 ? "\(shown) and \(names.count - 40) more" : shown
    }
}
