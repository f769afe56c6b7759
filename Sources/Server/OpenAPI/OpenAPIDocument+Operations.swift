import HTTPTypes
import Purchases
import Reports

extension OpenAPIDocument {
    /// All that can be asked, in the order of the description.
    static var operations: [Operation] { shop + insights + reports + charts + bucketList + links + subscriptions + files + health }

    private static let nobody = UserID(rawValue: "")
    private static let json = Representation.json.mediaType

    private static var shop: [Operation] {
        Operation.resource(
            "/api/users", "shop", "The shoppers' ids", QueryReader.parameters { _ = CatalogRoutes.page(&$0) }, [.json, .csv],
            json: .object(["users": .array(of: .string)]))
            + Operation.resource(
                "/api/categories", "shop", "The categories", [], [.json, .csv], json: .object(["categories": .array(of: .string)]))
            + ShopQuestion.allCases.flatMap { question in
                Operation.resource(
                    "/api/shop/\(question.rawValue)", "shop",
                    question == .months ? "What all shoppers spent by month" : "What all shoppers spent by category",
                    QueryReader.parameters { _ = ShopRoutes.wish(question, &$0) }, Representation.ofInsights, json: question.schema)
            }
            + Operation.resource(
                "/api/shop/suggestions", "shop", "How many suggestions were shown and bought, by kind", [], [.json, .csv],
                json: .object([
                    "days": .count, "count": .count,
                    "suggestions": .array(
                        of: .object([
                            "kind": .string, "shown_in": .choice(["list", "mail"]), "shown": .count, "bought": .count,
                            "bought_share": .fraction, "open": .count,
                        ])),
                ]))
            + [
                Operation(
                    method: .post, path: "/api/imports", tag: "imports", summary: "Reads a purchase log",
                    parameters: QueryReader.parameters { _ = ImportRoutes.Plan(&$0) },
                    body: .init(contents: [
                        ("text/csv", .string), ("application/gzip", .file),
                        ("multipart/form-data", .object(["file": .file])),
                    ]), contents: [(json, .named("Reconciliation"))], problems: [408, 413, 415, 422]),
                Operation(
                    method: .get, path: "/api/imports", tag: "imports", summary: "What was imported, the last first",
                    parameters: QueryReader.parameters { _ = ImportRoutes.page(&$0) }, contents: [(json, ImportRecords.pageSchema)]),
                Operation(
                    method: .post, path: "/api/imports/undo", tag: "imports", summary: "Makes everything as it was before the last import",
                    parameters: QueryReader.parameters { _ = ImportRoutes.number(&$0) }, contents: [(json, .named("Import"))],
                    problems: [409]),
            ]
    }

    private static var insights: [Operation] {
        Operation.resource(
            below("purchases"), "insights", "The purchases themselves, page by page",
            QueryReader.parameters { _ = PurchaseRoutes.page(&$0) }, [.json, .csv],
            json: PurchasePage.schema)
            + Insight.allCases.flatMap { insight in
                Operation.resource(
                    below(insight.name), "insights", insight.summary,
                    QueryReader.parameters { _ = InsightRequest(insight, of: nobody, &$0) }, Representation.ofInsights,
                    json: insight.schema)
            }
    }

    private static var reports: [Operation] {
        Operation.resource(
            below("report"), "reports", "Everything about a shopper", QueryReader.parameters { _ = ReportRequest(of: nobody, &$0) },
            Representation.ofReports, json: .file)
            + Operation.resource(
                below("reminders"), "reports", "What runs out when, for calendar programs",
                QueryReader.parameters { _ = ReminderRoutes.wish(of: nobody, &$0) }, [.ics], json: .file)
    }

    private static var bucketList: [Operation] {
        let list = below("bucket-list")
        let version = QueryParameter(name: "version", schema: .count)
        func writing(
            _ method: HTTPRequest.Method, _ path: String, _ summary: String, body: Schema? = nil, answer: String = "WrittenBucketList",
            status: Int = 200
        ) -> Operation {
            Operation(
                method: method, path: path, tag: "bucket list", summary: summary, parameters: body == nil ? [version] : [],
                body: body.map { .init(contents: [(json, $0)]) }, contents: [(json, .named(answer))], status: status,
                problems: [409, 412] + (body == nil ? [] : [413, 415, 422]))
        }
        return Operation.resource(
            list, "bucket list", "What is to be bought, or what is suggested while the list is empty", [], [.json, .csv, .txt, .ics],
            json: .named("BucketList"))
            + [
                writing(
                    .post, list, "Replaces the list",
                    body: .object(["bucket_list": .array(of: .named("NewBucketListItem"), upTo: 500)], optional: ["version": .count])),
                writing(.delete, list, "Clears the list"),
                writing(.post, "\(list)/items", "Adds an item", body: .named("NewBucketListItem"), answer: "WrittenItem", status: 201),
                writing(.patch, "\(list)/items/{item-id}", "Changes an item", body: .named("BucketListItemEdit"), answer: "WrittenItem"),
                writing(.delete, "\(list)/items/{item-id}", "Removes an item", answer: "RemovedItem"),
                writing(.post, "\(list)/undo", "Takes back the last change"),
                Operation(
                    method: .get, path: "\(list)/history", tag: "bucket list", summary: "The changes so far",
                    contents: [(json, .object(["user_id": .string, "history": .array(of: Schema(["type": "object"]))]))]),
                Operation(
                    method: .get, path: "\(list)/shares", tag: "bucket list", summary: "With whom the list is shared",
                    contents: [(json, .object(["user_id": .string, "shares": .array(of: .named("Share"))]))]),
                Operation(
                    method: .post, path: "\(list)/shares", tag: "bucket list", summary: "Makes a link to the list",
                    body: .init(contents: [(json, .object(["role": .choice(["view", "edit"])], optional: ["expires": .string]))]),
                    contents: [(json, .named("Share"))], status: 201, problems: [415, 422]),
                Operation(
                    method: .delete, path: "\(list)/shares/{share-id}", tag: "bucket list", summary: "Withdraws a share",
                    contents: [(json, .named("Message"))]),
            ]
    }

    private static var links: [Operation] {
        [
            Operation(
                method: .post, path: "/api/signatures", tag: "links", summary: "Makes a link that needs no login",
                body: .init(contents: [
                    (
                        json,
                        .object(
                            ["path": .string(upTo: 8_000)],
                            optional: [
                                "expires": .string, "pinned": .boolean, "disclosure": .choice(Disclosure.allCases.map(\.rawValue)),
                                "free": .array(of: .choice(FreeFilters.Name.allCases.map(\.rawValue))),
                            ])
                    )
                ]),
                contents: [(json, .object(["url": .string, "expires": .time, "id": .string]))], status: 201, problems: [415, 422]),
            Operation(
                method: .delete, path: below("signatures"), tag: "links", summary: "Withdraws all links made so far",
                contents: [(json, .named("Message"))]),
            Operation(
                method: .delete, path: below("signatures/{link-id}"), tag: "links", summary: "Withdraws a link",
                contents: [(json, .named("Message"))]),
            Operation(
                method: .get, path: "/s/{token}/{name}", tag: "links", summary: "What a link was made for",
                contents: Representation.allCases.map { ($0.mediaType, .file) }, problems: [403, 410]),
        ]
    }

    private static var files: [Operation] {
        let file = Operation.Body(contents: [("application/octet-stream", .file)])
        return [
            Operation(
                method: .post, path: "/api/mail/lint", tag: "files", summary: "Says what is wrong with a mail, and what to do",
                body: file,
                contents: [
                    (
                        json,
                        .object([
                            "errors": .count, "warnings": .count, "notes": .count,
                            "findings": .array(
                                of: .object([
                                    "rule": .string, "severity": .string, "line": .optional(.count), "quote": .string, "reason": .string,
                                    "advice": .string,
                                ])),
                        ])
                    )
                ],
                problems: [413]),
            Operation(
                method: .post, path: "/api/inspect", tag: "files", summary: "Says what a picture carries", body: file,
                contents: [
                    (
                        json,
                        .object([
                            "file": .choice(["png", "svg", "pdf"]), "title": .optional(.string), "description": .optional(.string),
                            "figures": .optional(Schema(["type": "object"])), "signature": .optional(.string),
                        ])
                    )
                ],
                problems: [413, 415]),
        ]
    }

    private static var health: [Operation] {
        let checks: [(path: String, summary: String)] = [
            ("livez", "Whether the process runs"), ("readyz", "Whether it can answer"), ("health", "Both, and what runs"),
        ]
        return checks.map { path, summary in
            Operation(
                method: .get, path: "/\(path)", tag: "operations", summary: summary,
                parameters: QueryReader.parameters { _ = HealthRoutes.isVerbose(&$0) },
                contents: [(json, .object(["status": .choice(["ok", "failed"])]))])
        } + [
            Operation(
                method: .get, path: "/metrics", tag: "operations", summary: "Figures for Prometheus",
                contents: [("text/plain", .string)]),
            Operation(
                method: .get, path: "/openapi.json", tag: "operations", summary: "This description",
                contents: [(json, Schema(["type": "object"]))]),
        ]
    }

    private static func below(_ name: String) -> String { "/api/users/{id}/\(name)" }
}
