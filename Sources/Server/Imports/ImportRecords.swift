import Purchases
import Reports
public import Storage

/// Records of imports, as programs read them.
public enum ImportRecords {
    /// Returns what `GET /api/imports` answers.
    public static func text(of records: [ImportRecord]) -> String {
        String(decoding: json(of: records, next: nil as Int?).bytes, as: UTF8.self)
    }

    static func json(of records: [ImportRecord], next: Int?) -> JSON {
        ["imports": .array(records.map(json)), "next": .optional(next, JSON.integer)]
    }

    static func json(_ record: ImportRecord) -> JSON {
        let outcome = record.outcome
        return [
            "number": .integer(record.number), "time": .optional(record.time) { .string($0.description) },
            "files": .array(record.files.map { ["name": .string($0.name), "sha256": .optional($0.digest, JSON.string)] }),
            "rule": .string(record.rule.rawValue), "currency": .optional(record.namedCurrency, JSON.string),
            "orders": [
                "new": .integer(outcome.newOrders), "started_anew": .integer(outcome.restartedOrders),
                "replaced": .integer(outcome.replacedOrders), "extended": .integer(outcome.extendedOrders),
                "already_there": .integer(outcome.unchangedOrders),
            ],
            "lines": .integer(outcome.lines), "lines_already_there": .integer(outcome.knownLines),
            "changes": ["before": .money(outcome.sumBefore), "after": .money(outcome.sumAfter)],
            "undone": .optional(record.undoing) { .string($0.description) }, "can_be_undone": .boolean(record.canBeUndone),
        ]
    }

    static var pageSchema: Schema { .object(["imports": .array(of: .named("Import")), "next": .optional(.count)]) }

    /// What a record is, for the API's description.
    static var schema: Schema {
        .object([
            "number": .count, "time": .optional(.time), "files": .array(of: .object(["name": .string, "sha256": .optional(.string)])),
            "rule": .choice(MergeRule.allCases.map(\.rawValue)), "currency": .optional(.string),
            "orders": .object(["new": .count, "started_anew": .count, "replaced": .count, "extended": .count, "already_there": .count]),
            "lines": .count, "lines_already_there": .count, "changes": .object(["before": .money, "after": .money]),
            "undone": .optional(.time), "can_be_undone": .boolean,
        ])
    }
}

extension Problem {
    init(_ refusal: UndoRefusal) { self.init(.nothingToUndo, detail: "\(refusal)") }
}
