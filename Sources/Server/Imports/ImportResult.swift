import LogReading
import Purchases
import Reports
import Storage

/// What came of an import.
struct ImportResult: Sendable {
    var reconciliation: Reconciliation
    /// What changed in the store, or would have; nil where the store was not asked.
    var outcome: ImportOutcome?
    var isRehearsal = false
}

extension ImportResult {
    var json: JSON {
        let log = reconciliation
        return [
            "dry_run": .boolean(isRehearsal), "rows_read": .integer(log.rows), "accepted": .integer(log.acceptedRows),
            "left_out": .integer(log.leftOutRows), "rejected": .integer(log.rejectedRows),
            "rejections": .array(
                log.rejections.map { rejection in
                    [
                        "line": .integer(rejection.line), "column": .optional(rejection.column, JSON.string),
                        "value": .string(rejection.value),
                        "reason": .string(rejection.reason.rawValue), "detail": .string(rejection.explanation),
                        "remedy": .string(rejection.reason.remedy),
                    ]
                }
            ),
            "sums": [
                "total": .money(log.total), "units": .number(log.units.amount), "users": .integer(log.shopperCount),
                "refunds": .integer(log.refunds), "future_rows": .integer(log.futureRows),
                "first_date": .optional(log.firstDate, JSON.date),
                "last_date": .optional(log.lastDate, JSON.date),
            ],
            "left_out_rows": .array(
                log.leftOut.sorted { ($1.value.rows, $0.key) < ($0.value.rows, $1.key) }.map { reason, share in
                    ["reason": .string(reason), "rows": .integer(share.rows), "sum": .money(share.sum)]
                }
            ),
            "balance": [
                "file": .money(log.fileTotal), "kept": .money(log.total), "left_out": .money(log.leftOutSum),
                "rejected": .money(log.rejectedSum), "rejected_without_sum": .integer(log.rejectedRowsWithoutSum),
            ],
            "repairs": [
                "repeated_totals": .integer(log.repeatedTotals), "computed_totals": .integer(log.computedTotals),
                "rounded_sums": .integer(log.roundedSums), "bare_quotes": .integer(log.repairs[.bareQuotes]?.rows ?? 0),
                "control_characters": .integer(log.repairs[.controlCharacters]?.rows ?? 0),
                "decimal_identifiers": .integer(log.repairs[.decimalIdentifier]?.rows ?? 0),
            ],
            "date_order": .string("\(log.dateOrder)"), "date_order_is_ambiguous": .boolean(log.isDateOrderAmbiguous),
            "reading": log.summary.json,
            "orders": .optional(outcome) { outcome in
                [
                    "new": .integer(outcome.newOrders), "started_anew": .integer(outcome.restartedOrders),
                    "replaced": .integer(outcome.replacedOrders), "extended": .integer(outcome.extendedOrders),
                    "already_there": .integer(outcome.unchangedOrders),
                ]
            },
            "lines_already_there": .optional(outcome) { .integer($0.knownLines) },
            "changes": .optional(outcome) { outcome in
                [
                    "before": .money(outcome.sumBefore), "after": .money(outcome.sumAfter),
                    "orders": .array(
                        outcome.changes.map { change in
                            [
                                "user_id": .string(change.user.rawValue), "order_id": .string(change.order.rawValue),
                                "before": .money(change.before), "after": .money(change.after),
                            ]
                        }),
                ]
            },
        ]
    }
}

extension ReadingSummary {
    /// How the log was read.
    fileprivate var json: JSON {
        [
            "currency": .optional(currency) { .string($0.code) }, "layout": .optional(layout, JSON.string),
            "fields": .array(
                fields.map { source in
                    [
                        "field": .string(source.field.shortName), "column": .optional(source.column, JSON.string),
                        "samples": .array(source.samples.map(JSON.string)),
                    ]
                }),
            "unused_columns": .array(unusedColumns.map(JSON.string)),
            "decisions": .array(
                decisions.map { ["property": .string($0.property.rawValue), "value": .string($0.value), "basis": .string($0.basis)] }),
            "taken_answers": .array(
                takenAnswers.map { answer in
                    [
                        "parameter": .string(answer.choice.option.parameter), "value": .string(answer.choice.value),
                        "question": .string(answer.question.text),
                    ]
                }),
        ]
    }
}
