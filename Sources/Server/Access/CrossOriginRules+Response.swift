import Access
import HTTPTypes

/// What lets pages of other sites read answers (Fetch, "CORS protocol"): figures and pictures, by GET.
///
/// Hummingbird has a middleware for that; what is answered on a connection's own thread passes none, so the gate does it for both.
extension CrossOriginRules {
    private static let exposed = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After"

    /// Adds what a browser has to be told before a page of another site may read the answer.
    func admit(_ request: HTTPRequest, _ head: inout HTTPResponse) {
        guard !isEmpty, request.method == .get || request.method == .head, Self.isOfFigures(request.path) else { return }
        // What is kept on the way would be given to pages of other origins too.
        head.headerFields.addVariation(by: "Origin")
        guard let origin = request.headerFields[.origin], allows(origin) else { return }
        head.headerFields[.accessControlAllowOrigin] = origin
        head.headerFields[.accessControlExposeHeaders] = Self.exposed
    }

    /// Returns what a browser is told that asks beforehand; nil for a request that is something else, and for one that is not let in.
    func preflightAnswer(to request: HTTPRequest) -> Answer? {
        guard request.method == .options, request.headerFields[.accessControlRequestMethod] != nil, Self.isOfFigures(request.path),
            let origin = request.headerFields[.origin], allows(origin)
        else { return nil }
        var answer = Answer(status: .noContent)
        answer.headers = [
            .accessControlAllowOrigin: origin, .accessControlAllowMethods: "GET, HEAD",
            .accessControlAllowHeaders: "Authorization, If-None-Match", .accessControlMaxAge: "600", .vary: "Origin",
        ]
        return answer
    }

    private static func isOfFigures(_ path: String?) -> Bool {
        guard let path else { return false }
        return path.hasPrefix("/api/") || path.hasPrefix("/s/")
    }
}
