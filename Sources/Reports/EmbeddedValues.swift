import Analytics
import Charts
import Purchases

/// The values of a chart, for programs that find them in the picture's file: JSON in ASCII.
///
///     {"format":"cartograph-figures/1","insight":"top-items","user_id":"U001",…,"columns":["item_name",…],"rows":[["Milk",…],…]}
public struct EmbeddedValues: Hashable, Sendable {
    /// What a picture can carry without growing by more than a part of itself.
    public static let sizeLimit = 4_096
    /// Stands in every record, so that one of ours is known.
    public static let format = "cartograph-figures/1"

    /// At most `sizeLimit` bytes, a signature included; empty where not even the head has room.
    public let text: String

    /// - Parameters:
    ///   - revision: of the shopper's purchases, as text; it is told where all is, since prices could be tried until theirs is this one.
    ///   - signatureLimit: bytes of a signature that is to have room; 0 for none.
    public init(
        of report: any Report, to question: Question, on selection: SelectedPurchases, _ presentation: Presentation, revision: String,
        signatureLimit: Int = 0
    ) {
        let (subject, redaction) = (selection.subject, presentation.redaction)
        let period = subject.filter.bounds
        let table = report.table(presentation).main(for: presentation)
        var head: JSON.Members = ["format": .string(Self.format), "insight": .string(question.insight.name)]
        head.append("user_id", .optional(subject.name(in: presentation), JSON.string))
        head.append(Redaction.name, .string(redaction.level))
        head.append("filters", .object(subject.filtersJSON))
        head.append(
            "period",
            [
                "from": .optional(period.from ?? selection.purchases.first?.date, JSON.date),
                "to": .optional(period.to ?? selection.purchases.last?.date, JSON.date),
            ]
        )
        head.append("revision", redaction.isFull ? .string(revision) : .null)
        // What is no amount is in no currency.
        head.append("currency", redaction.unit == nil && presentation.currency != .none ? .string(presentation.currency.code) : .null)
        head.append("columns", .array(table.columns.map { .string($0.name) }))
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

extension EmbeddedValues {
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
