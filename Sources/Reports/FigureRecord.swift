import Analytics
import Charts
import Purchases

/// The figures of a chart, for programs that find them in the picture's file: JSON in ASCII.
///
///     {"format":"cartograph-figures/1","insight":"top-items","user_id":"U001",…,"columns":["item_name",…],"rows":[["Milk",…],…]}
public struct FigureRecord: Hashable, Sendable {
    /// What a picture can carry without growing by more than a part of itself.
    public static let sizeLimit = 4_096
    /// Stands in every record, so that one of ours is known.
    public static let format = "cartograph-figures/1"

    /// At most `sizeLimit` bytes, a signature included; empty where not even the head has room.
    public let text: String

    /// - Parameters:
    ///   - insight: its name in addresses.
    ///   - table: what the picture shows, as far as it may be told.
    ///   - revision: of the shopper's purchases, as text; it is told where all is, since prices could be tried until theirs is this one.
    ///   - signatureLimit: bytes of a signature that is to have room; 0 for none.
    public init(
        insight: String, question: Question, facts: Facts, table wholeTable: Table, _ presentation: Presentation, revision: String,
        signatureLimit: Int = 0
    ) {
        let (subject, disclosure) = (facts.subject, presentation.disclosure)
        let period = subject.filter.bounds
        let table = wholeTable.keeping(question.mainColumns(telling: disclosure))
        var head: JSON.Members = ["format": .string(Self.format), "insight": .string(insight)]
        head.append("user_id", .optional(subject.name, JSON.string))
        head.append("disclosure", .string(disclosure.rawValue))
        head.append("filters", .object(subject.filtersJSON))
        head.append(
            "period",
            [
                "from": .optional(period.from ?? facts.purchases.first?.date, JSON.date),
                "to": .optional(period.to ?? facts.purchases.last?.date, JSON.date),
            ]
        )
        head.append("revision", disclosure == .full ? .string(revision) : .null)
        // What is no amount is in no currency.
        head.append("currency", disclosure.unit == nil ? .string(presentation.currency.code) : .null)
        head.append("columns", .array(table.columns.map(JSON.string)))
        let rows = table.rows.map { JSON.array($0.map(\.json)).ascii }
        // Whole rows from the first on; what has no room is counted.
        let room =
            Self.sizeLimit - JSON.object(head).ascii.utf8.count - #","rows":[],"omitted_rows":99999"#.utf8.count
            - (signatureLimit > 0 ? Self.signed("{}", with: "").utf8.count - 2 + signatureLimit : 0)
        guard room >= 0 else {
            text = ""
            return
        }
        var (shown, used): ([String], Int) = ([], 0)
        for row in rows {
            used += row.utf8.count + 1
            guard used <= room else { break }
            shown.append(row)
        }
        let omitted = shown.count < rows.count ? ",\"omitted_rows\":\(rows.count - shown.count)" : ""
        text = "\(JSON.object(head).ascii.dropLast()),\"rows\":[\(shown.joined(separator: ","))]\(omitted)}"
    }
}

extension FigureRecord {
    /// Returns a record with a signature as its last member.
    public static func signed(_ record: String, with signature: String) -> String {
        "\(record.dropLast()),\"\(signatureName)\":\"\(signature)\"}"
    }

    /// Returns a record without its signature, and that; nil where its last member is none.
    public static func unsigned(_ record: String) -> (record: String, signature: String)? {
        let opening = ",\"\(signatureName)\":\""
        guard record.hasSuffix("\"}"), let start = record.ranges(of: opening).last else { return nil }
        let signature = record[start.upperBound...].dropLast(2)
        // One with a quotation mark goes on in another member.
        return signature.contains("\"") ? nil : (record[..<start.lowerBound] + "}", String(signature))
    }

    public static let signatureName = "signature"
}

extension Question {
    /// The columns of the answer's table that say what its chart shows; nil for all.
    ///
    /// A course has columns of its own, of which that of all together is what bars show, and where amounts are shares one column of them is
    /// enough.
    func mainColumns(telling disclosure: Disclosure) -> [String]? {
        guard disclosure != .trend else { if case .monthlyTrends = self { return ["month", "index"] } else { return nil } }
        return switch self {
        case .spendingSummary: ["category"] + (disclosure == .share ? [] : ["total_spent"]) + ["share", "num_orders", "units"]
        case .monthlyTrends: ["month", "total_spent", "num_orders", "num_items"]
        case .topItems: ["item_name", "category", "purchase_count", "total_spent", "last_purchased"]
        case .spendingChanges: ["category", "item_name", "before", "after", "difference"]
        default: nil
        }
    }
}

extension Table {
    /// Returns the table with some of its columns, in that order.
    fileprivate func keeping(_ names: [String]?) -> Table {
        guard let names else { return self }
        let indices = names.compactMap(columns.firstIndex(of:))
        return Table(columns: indices.map { columns[$0] }, rows: rows.map { row in indices.map { row[$0] } })
    }
}

extension Table.Cell {
    fileprivate var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .integer(let integer): .integer(integer)
        case .money(let money): .money(money)
        case .number(let number), .share(let number): .number(number)
        case .date(let date): .date(date)
        case .empty: .null
        }
    }
}

extension JSON {
    /// The value in ASCII, without a line break.
    fileprivate var ascii: String {
        let line = String(decoding: bytes.dropLast(), as: UTF8.self)
        if line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return line }
        return line.unicodeScalars.reduce(into: "") { text, scalar in
            guard !(0x20...0x7E).contains(scalar.value) else {
                text.unicodeScalars.append(scalar)
                return
            }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            }
        }
    }
}
