import HTTPTypes

/// Refuses what a page of another site makes a browser send: a request that changes something has to come from a page of this server,
/// or from no page at all, as from `curl`.
///
/// Browsers say where a request comes from (Fetch Metadata; older ones by `Origin`), and a page cannot make them say something else.
struct CrossSiteRule: GateRule {
    func verdictAtOnce(on request: HTTPRequest) -> GateVerdict? {
        request.method == .get || request.method == .head || Self.isOwn(request.headerFields, host: request.authority)
            ? .admitted : .refused(.fromElsewhere)
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
    static let fromElsewhere = Problem(
        .crossSite, detail: "A page of another site sent this. Open the page of this server and send it from there."
    )
}
