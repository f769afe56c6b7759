import Purchases

extension Reconciliation: CustomStringConvertible {
    /// A few lines to read after an import, without the single rejections.
    public var description: String {
        var lines = ["\(rows.counted("row")) read, \(acceptedRows.grouped) accepted, \(Self.count(rejectedRows)) rejected"]
        if leftOutRows > 0 { lines[0] += ", \(leftOutRows.grouped) left out" }
        lines += faults.map { "  \($0)" }
        lines += leftOut.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }.map { reason, share in
            "  \(share.rows.grouped) left out: \(reason)\(share.sum == .zero ? "" : ", \(share.sum.grouped)")"
        }
        if let firstDate, let lastDate {
            let shoppers = "\(shopperCount.counted("shopper"))\(shopperCount == Self.maximumShoppers ? " or more" : "")"
            let currency = summary.currency.map { " (\($0))" } ?? ""
            lines.append(
                "\(shoppers), \(units.grouped) \(units == 1 ? "unit" : "units"), \(total.grouped) in all\(currency), from \(firstDate) to \(lastDate)"
            )
        }
        if fileTotal != total || rejectedRowsWithoutSum > 0 { lines.append(balance) }
        if refunds > 0 { lines.append("\(refunds.counted("refund"))") }
        if futureRows > 0 { lines.append("warning: \(futureRows.counted("row")) of days that have not come, kept; look at their dates") }
        lines += PurchaseLog.Repairs.all.compactMap { repair in
            repairs[repair].map { repair.told($0.rows) + ($0.sum == .zero ? "" : "; together \($0.sum.grouped)") }
        }
        return lines.joined(separator: "\n")
    }

    /// How the sum of the file falls into what was kept and what was not.
    private var balance: String {
        var text = "the file's \(fileTotal.grouped) are \(total.grouped) kept"
        if leftOutSum != .zero { text += " + \(leftOutSum.grouped) left out" }
        if rejectedSum != .zero { text += " + \(rejectedSum.grouped) rejected" }
        if rejectedRowsWithoutSum > 0 { text += "; \(rejectedRowsWithoutSum.counted("rejected row")) without a sum that can be read" }
        return text
    }

    private static func count(_ rows: Int) -> String { rows == 0 ? "none" : rows.grouped }

    /// What was wrong and how often, the most frequent first.
    private var faults: [String] {
        rejectedRowsByFault
            .map { fault, count in
                (count, "\(fault.column ?? "the row") \(fault.reason.explanation)")
            }
            .sorted { ($1.0, $0.1) < ($0.0, $1.1) }
            .map { "\($0.grouped): \($1)" }
    }
}

extension PurchaseLog.Repairs {
    /// The kinds of repair, in the order they are told in.
    public static let all: [PurchaseLog.Repairs] = [
        .repeatedTotal, .computedTotal, .rounded, .bareQuotes, .controlCharacters, .decimalIdentifier,
    ]

    /// The name in machine-readable answers.
    public var name: String {
        switch self {
        case .repeatedTotal: "repeated_totals"
        case .computedTotal: "computed_totals"
        case .rounded: "rounded_sums"
        case .bareQuotes: "bare_quotes"
        case .controlCharacters: "control_characters"
        default: "decimal_identifiers"
        }
    }

    /// What was mended in so many rows.
    public func told(_ rows: Int) -> String {
        switch self {
        case .repeatedTotal: "\(rows.counted("total")) written as repeated base prices, read as base price × quantity"
        case .computedTotal: "\(rows.counted("total")) left empty, which became base price × quantity"
        case .rounded: "\(rows.counted("row")) with more than two decimals, rounded"
        case .bareQuotes: "\(rows.counted("row")) with quotes that were not doubled, read as they stand"
        case .controlCharacters: "\(rows.counted("row")) with line breaks or control characters, which became spaces"
        default: "\(rows.counted("row")) with an id written as a number with decimals, which lost them"
        }
    }
}

extension ReadingSummary {
    /// How the log was read, a line for each field and each property.
    public var lines: [String] {
        var lines = fields.map { source in
            let samples = source.samples.joined(separator: ", ")
            return
                "\(source.field.shortName): \(source.column.map { "column \"\($0)\"" } ?? "given")\(samples.isEmpty ? "" : ", as in \(samples)")"
        }
        if !unusedColumns.isEmpty {
            lines.append("not used: \(unusedColumns.prefix(40).joined(separator: ", "))\(unusedColumns.count > 40 ? ", …" : "")")
        }
        lines += decisions.map { "\($0.property.rawValue): \($0.value), by \($0.basis)" }
        lines += takenAnswers.map { "taken: \($0.choice.argument), \($0.choice.meaning), for: \($0.question.text)" }
        return lines
    }
}

extension Int {
    /// The number with its noun, as in `1 row` and `1,234 rows`.
    fileprivate func counted(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}

extension Quantity {
    /// The quantity with a comma before each three digits, and as few decimals as it takes.
    fileprivate var grouped: String {
        guard let decimals = description.split(separator: ".").dropFirst().first else { return (thousandths / 1_000).grouped }
        return "\(self < .zero && thousandths > -1_000 ? "-" : "")\((thousandths / 1_000).grouped).\(decimals)"
    }
}

extension Money {
    fileprivate var grouped: String {
        let decimals = description.split(separator: ".").last ?? ""
        return "\(thousandths < 0 ? "-" : "")\((thousandths.magnitude / 1_000).grouped).\(decimals)"
    }
}
