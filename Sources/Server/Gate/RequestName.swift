import HTTPTypes

/// What a request is called in logs, and in its answer's `X-Request-ID`: the trace that it belongs to (W3C Trace Context, `traceparent`),
/// or the name that this server gave it.
struct RequestName: Hashable, Sendable {
    let text: String

    init(_ request: HTTPRequest, else own: @autoclosure () -> String) { text = Self.traceID(request.headerFields[.traceparent]) ?? own() }

    /// Returns the trace's id; nil where there is none, or one that the specification has no place for.
    private static func traceID(_ field: String?) -> String? {
        guard let field, field.utf8.count <= 100 else { return nil }
        let parts = field.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].utf8.count == 2, parts[1].utf8.count == 32, parts[2].utf8.count == 16, parts[3].utf8.count == 2,
            parts[0] != "ff", parts[0] != "00" || parts.count == 4, parts[1].contains(where: { $0 != "0" }),
            parts[..<4].allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) } })
        else { return nil }
        return String(parts[1])
    }
}

extension HTTPField.Name {
    fileprivate static let traceparent = HTTPField.Name("traceparent")!
    static let xRequestID = HTTPField.Name("X-Request-ID")!
}

extension String {
    /// The kind of address a path is, as logs group them: without whose and which. `/api/users/{id}/metrics.png`, `/s/{token}/metrics.png`.
    var routePattern: String {
        var parts = split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 2 else { return self }
        let user = parts[1] == "api" ? 3 : 2
        if parts[1] == "s" {
            parts[2] = "{token}"
        } else if parts[1] == "c" {
            parts[2] = "{id}"
        } else if parts[1] == "chart", parts.count > 3 {
            parts[3] = parts[2] == "render" ? "{id}" : "{code}"
        } else if parts.count > user, parts[user - 1] == "users" {
            parts[user] = "{id}"
            // Items, shares, links and subscriptions.
            for index in parts.indices.dropFirst(user + 2)
            where ["items", "shares", "signatures", "subscriptions"].contains(parts[index - 1]) {
                parts[index] = "{id}"
            }
        } else if parts[1] == "import", parts[2] != "confirmation" {
            parts[2] = "{token}"
        }
        return parts.joined(separator: "/")
    }
}
