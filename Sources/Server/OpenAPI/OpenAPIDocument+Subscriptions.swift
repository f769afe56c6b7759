import HTTPTypes
import Reports

extension OpenAPIDocument {
    /// Reports by mail, again and again.
    static var subscriptions: [Operation] {
        let (list, one) = ("/api/users/{id}/subscriptions", "/api/users/{id}/subscriptions/{subscription-id}")
        let json = Representation.json.mediaType
        let form: Schema = .object(["List-Unsubscribe": .choice(["One-Click"])])
        func operation(
            _ method: HTTPRequest.Method, _ path: String, _ summary: String, body: Schema? = nil, answer: Schema, status: Int = 200
        ) -> Operation {
            Operation(
                method: method, path: path, tag: "reports", summary: summary, body: body.map { .init(contents: [(json, $0)]) },
                contents: [(json, answer)], status: status, problems: body == nil ? [] : [413, 415, 422])
        }
        return [
            operation(
                .get, list, "Who gets the reports by mail, and when",
                answer: .object(["user_id": .string, "subscriptions": .array(of: subscription), "count": .count])),
            operation(
                .post, list, "Has a report mailed, week by week or month by month",
                body: .object(
                    ["schedule": .string, "recipient": .string],
                    optional: ["options": .dictionary(of: .either(.string, .array(of: .string)))]),
                answer: subscription, status: 201),
            operation(
                .patch, one, "Pauses a subscription, or goes on with it", body: .object(["paused": .boolean]), answer: subscription),
            operation(.delete, one, "Forgets a subscription", answer: .named("Message")),
            Operation(
                method: .post, path: "/s/{token}/unsubscribe", tag: "links", summary: "Ends all mails to an address, by one click",
                body: .init(contents: [("application/x-www-form-urlencoded", form), ("multipart/form-data", form)]),
                contents: [("text/html", .string)], problems: [403, 415]),
        ]
    }

    private static let subscription: Schema = .object([
        "id": .integer, "user_id": .string, "recipient": .string, "sender": .string, "schedule": .string,
        "options": .dictionary(of: .either(.string, .array(of: .string))), "paused": .boolean, "reason": .optional(.string),
        "next": .optional(.time),
    ])
}
