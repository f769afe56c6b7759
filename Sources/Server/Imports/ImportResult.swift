import Purchases
import Reports
import Storage

/// What came of an import.
struct ImportResult: Sendable {
    var reconciliation: Reconciliation
    /// What changed in the store; nil when nothing was to be kept.
    var outcome: ImportOutcome?
}

extension ImportResult {
    var json: JSON {
        let log = reconciliation
        return [
            "dry_run": .boolean(outcome == nil), "rows_read": .integer(log.rows), "accepted": .integer(log.acceptedRows),
            "rejected": .integer(log.rejectedRows),
            "rejections": .array(
                log.rejections.map { rejection in
                    [
                        "line": .integer(rejection.line), "column": .optional(rejection.column, JSON.string),
                        "value": .string(rejection.value),
                        "reason": .string(rejection.reason.rawValue), "detail": .string(rejection.explanation),
                    ]
                }
            ),
            "sums": [
                "total": .money(log.total), "units": .integer(log.units), "users": .integer(log.shopperCount),
                "refunds": .integer(log.refunds),
                "first_date": .optional(log.firstDate, JSON.date),
                "last_date": .optional(log.lastDate, JSON.date),
            ],
            "repairs": [
                "repeated_totals": .integer(log.repeatedTotals), "repaired_totals": .integer(log.repairedTotals),
                "rounded_sums": .integer(log.roundedSums),
            ],
            "date_order": .string("\(log.dateOrder)"), "date_order_is_ambiguous": .boolean(log.isDateOrderAmbiguous),
            "orders": .optional(outcome) { ["new": .integer($0.newOrders), "replaced": .integer($0.replacedOrders)] },
        ]
    }
}
