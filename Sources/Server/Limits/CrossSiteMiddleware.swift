import HTTPTypes
import Hummingbird

/// Refuses what a page of another site makes a browser send: a request that changes something has to come from a page of this server,
/// or from no page at all, as from `curl`.
///
/// Browsers say where a request comes from (Fetch Metadata; older ones by `Origin`), and a page cannot make them say something else.
struct CrossSiteMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard HTTPRequest.Method.reading.contains(request.method) || Self.isOwn(request.headers, host: request.head.authority) else {
            throw Problem.fromElsewhere
        }
        return try await next(request, context)
    }

    static func isOwn(_ headers: HTTPFields, host: String?) -> Bool {
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        guard let scheme = origin.firstRange(of: "://"), let host else { return false }
        return origin[scheme.upperBound...].lowercased() == host.lowercased()
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

extension Problem {
    fileprivate static let fromElsewhere = Problem(
        name: "cross-site", status: .forbidden, title: "Sent by another site",
        detail: "A page of another site sent this. Open the page of this server and send it from there."
    )
}
