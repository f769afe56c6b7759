import Reports

extension OpenAPIDocument {
    /// What stands in more than one answer, by name.
    static let schemas: KeyValuePairs<String, Schema> = [
        "Filters": .object(
            [:], optional: ["month": .string, "from": .date, "to": .date, "category": .array(of: .string), "as_of": .date]
        ).described(as: "The filters in force."),
        "BucketListItem": .object(
            [
                "id": .integer, "item": .string, "category": .string, "price": .optional(.money), "reason": .string, "checked": .boolean,
            ], optional: ["due_date": .date]),
        "NewBucketListItem": .closed([itemName], optional: itemMembers),
        "BucketListItemEdit": .closed([], optional: [itemName] + itemMembers),
        "BucketList": .object([
            "user_id": .string, "bucket_list": .array(of: .named("BucketListItem")),
            "type": .choice(["custom", "ai_generated", "empty"]), "total": .count, "version": .count,
        ]),
        "WrittenBucketList": .object([
            "user_id": .string, "message": .string, "bucket_list": .array(of: .named("BucketListItem")), "count": .count,
        ]),
        "WrittenItem": .object(["user_id": .string, "message": .string, "item": .named("BucketListItem"), "version": .count]),
        "RemovedItem": .object(["user_id": .string, "message": .string, "count": .count, "version": .count]),
        "Share": .object(
            ["id": .string, "role": .choice(["view", "edit"]), "created": .time, "expires": .time, "revoked": .boolean],
            optional: ["url": .string.described(as: "Said once, when the share is made.")]),
        "Message": .object(["user_id": .string, "message": .string]),
        "Import": ImportRecords.schema,
        "Reconciliation": .object([
            "dry_run": .boolean, "rows_read": .count, "accepted": .count, "left_out": .count, "rejected": .count,
            "rejections": .array(
                of: .object([
                    "line": .count, "column": .optional(.string), "value": .string, "reason": .string, "detail": .string, "remedy": .string,
                ])),
            "sums": .object([
                "total": .money, "units": .number, "users": .count, "refunds": .count, "future_rows": .count,
                "first_date": .optional(.date),
                "last_date": .optional(.date),
            ]),
            "left_out_rows": .array(of: .object(["reason": .string, "rows": .count, "sum": .money])),
            "balance": .object(["file": .money, "kept": .money, "left_out": .money, "rejected": .money, "rejected_without_sum": .count]),
            "reading": .object([
                "currency": .optional(.string), "layout": .optional(.string),
                "fields": .array(of: .object(["field": .string, "column": .optional(.string), "samples": .array(of: .string)])),
                "unused_columns": .array(of: .string),
                "decisions": .array(of: .object(["property": .string, "value": .string, "basis": .string])),
                "taken_answers": .array(of: .object(["parameter": .string, "value": .string, "question": .string])),
            ]),
            "repairs": .dictionary(of: .count), "date_order": .string, "date_order_is_ambiguous": .boolean,
            "orders": .optional(
                .object(["new": .count, "started_anew": .count, "replaced": .count, "extended": .count, "already_there": .count])),
            "lines_already_there": .optional(.count),
            "changes": .optional(
                .object([
                    "before": .money, "after": .money,
                    "orders": .array(of: .object(["user_id": .string, "order_id": .string, "before": .money, "after": .money])),
                ])),
        ]).described(as: "What came of a log, row by row and in sums."),
        "Regions": .object([
            "width": .number, "height": .number, "scale": .number,
            "marks": .array(
                of: .object([
                    "label": .string, "value": .optional(.number), "text": .string, "x": .number, "y": .number, "width": .number,
                    "height": .number,
                ])),
        ]).described(as: "Where the picture shows which row, in its pixels."),
        "Problem": .object(
            ["type": .string, "title": .string, "status": .integer(in: 400...599), "detail": .string],
            optional: [
                "errors": .array(
                    of: .object(
                        ["detail": .string],
                        optional: [
                            "parameter": .string, "pointer": .string,
                            "choices": .array(of: .object(["parameter": .string, "value": .string, "detail": .string])),
                        ]))
            ]),
    ]

    private static let itemName = ("item", Schema.string(upTo: 200))
    private static let itemMembers: [(String, Schema)] = [
        ("category", .optional(.string(upTo: 100, from: 0))), ("price", .optional(.number(in: 0...1_000_000))),
        ("reason", .optional(.string(upTo: 500, from: 0))), ("checked", .boolean), ("due_date", .optional(.date)),
        ("position", .integer(in: 1...500)), ("version", .count),
    ]
}
