extension Reconciliation: CustomStringConvertible {
    /// A few lines to read after an import, without the single rejections.
    public var description: String {
        var lines = [
            "\(rows.counted("row")) read, \(acceptedRows.grouped) accepted, \(rejectedRows == 0 ? "none" : rejectedRows.grouped) rejected"
        ]
        lines += faults.map { "  \($0)" }
        if let firstDate, let lastDate {
            let shoppers = "\(shopperCount.counted("shopper"))\(shopperCount == Self.maximumShoppers ? " or more" : "")"
            lines.append("\(shoppers), \(units.counted("unit")), \(total.grouped) in all, from \(firstDate) to \(lastDate)")
        }
        if refunds > 0 { lines.append("\(refunds.counted("refund"))") }
        if repeatedTotals > 0 {
            lines.append("\(repeatedTotals.counted("total")) written as repeated base prices, read as base price × quantity")
        }
        if repairedTotals > 0 { lines.append("\(repairedTotals.counted("total")) could not be read and became base price × quantity") }
        if roundedSums > 0 { lines.append("\(roundedSums.counted("row")) with more than two decimals, rounded") }
        if isDateOrderAmbiguous {
            lines.append("the dates could be read either way and were read as \(dateOrder); if that is wrong, give the date format")
        }
        return lines.joined(separator: "\n")
    }

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

extension Int {
    /// The number with its noun, as in `1 row` and `1,234 rows`.
    fileprivate func counted(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}

extension Money {
    fileprivate var grouped: String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole.grouped).\(rest < 10 ? "0" : "")\(rest)"
    }
}
