import Access
import Charts
import Purchases
import Reports
import Signing

/// What a link to a chart of anyone's data leads to: `/plot` or `/chart`, with everything that stood in its query.
///
/// It belongs to no shopper, since the link itself has all that is drawn.
struct ChartLink: Hashable, Sendable {
    enum Page: String, Hashable, Sendable { case plot, chart }

    let page: Page
    /// With its extension, if it has one.
    let name: String
    let terms: Query
    let picture: ChartPicture
    /// What was left out of it.
    var warnings: [String] = []

    /// Reads what somebody wants a link to; nil for a path that is none of charts.
    init?(_ wish: LinkWish) throws(LinkRefusal) {
        let parts = wish.path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first ?? ""
        guard path.first == "/", let page = Page(rawValue: Routes.parts(of: String(path.dropFirst())).name) else { return nil }
        for (part, isAsked) in [("disclosure", wish.disclosure != nil), ("pinned", wish.isPinned), ("free", wish.freeFilters != nil)]
        where isAsked {
            throw LinkRefusal(part: part, reason: "is not possible for a chart whose data is in its address")
        }
        try self.init(page, name: String(path.dropFirst()), Query(encoded: parts.count > 1 ? String(parts[1]) : ""))
    }

    /// Reads what a link leads to that was made; nil for one to something else.
    init?(_ grant: Grant) throws(LinkRefusal) {
        guard grant.isOfChart, let page = Page(rawValue: Routes.parts(of: grant.name).name) else { return nil }
        try self.init(page, name: grant.name, Query(encoded: grant.terms))
    }

    private init(_ page: Page, name: String, _ terms: Query) throws(LinkRefusal) {
        let suffix = Routes.parts(of: name).suffix
        let known = Representation.ofCharts
        if let suffix, !known.contains(where: { $0.rawValue == suffix }) {
            throw LinkRefusal(
                part: "path",
                reason: "names \(page.rawValue), which does not come as \(".\(suffix)".quoted), but as "
                    + known.map { ".\($0.rawValue)" }.joined(separator: ", "))
        }
        self.page = page
        self.name = name
        self.terms = terms
        do {
            switch page {
            case .plot: picture = try PlotRequest(query: terms).picture
            case .chart:
                let request = try ChartConfigRequest(terms, suffix: suffix)
                (picture, warnings) = (request.picture, request.warnings)
            }
        } catch let error as InvalidQuery {
            throw LinkRefusal(error)
        } catch {
            throw LinkRefusal(part: "path", reason: "has a query that cannot be drawn: \("\(error)".withoutFullStop)")
        }
    }

    /// What a link grants that leads to it.
    func grant(until expiry: Timestamp) -> Grant { Grant(user: Self.nobody, name: name, terms: terms.encoded, expiry: expiry) }

    fileprivate static let nobody = UserID(rawValue: "")
}

extension Grant {
    /// Whether it is of a chart that belongs to no shopper, and so is never withdrawn but with its key.
    var isOfChart: Bool { user.isIdentical(to: ChartLink.nobody) }
}

extension LinkRefusal {
    /// What is wrong with a path's query; whoever tells it ends the sentence.
    init(_ error: InvalidQuery) {
        self.init(part: "path", reason: "has a query that cannot be answered: \("\(error)".withoutFullStop)")
    }
}

extension String {
    fileprivate var withoutFullStop: Substring { hasSuffix(".") ? dropLast() : self[...] }
}
