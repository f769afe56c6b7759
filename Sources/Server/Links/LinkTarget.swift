import Purchases
import Reports

/// What a link leads to, read from a path of the API: all that decides its answer, defaults filled in.
struct LinkTarget: Hashable, Sendable {
    var user: UserID
    /// With its extension, if it has one.
    var name: String
    var terms: Query
    /// The filters besides, by which all of that may be narrowed.
    var freeFilters: FreeFilters?
    /// The day that a pinned answer is about.
    var day: CalendarDate?
    /// How an insight is drawn; nil for what is no picture of one.
    var picture: PictureStyle?

    /// What there are links to, besides the insights, and the representations of it; these have no query of their own.
    private static let plain: [String: [Representation]] = ["bucket-list": [.json, .csv, .txt, .ics], "reminders": [.ics]]

    /// - Parameters:
    ///   - pin: the day to pin the answer to where its query names none; nil for an answer that lives.
    ///   - currency: the code of what the purchases are in, where the query names no currency; nil where nobody has named it.
    init(_ wish: LinkWish, pinnedOn pin: CalendarDate?, currency: String?) throws(LinkRefusal) {
        let parts = wish.path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let components = parts[0].split(separator: "/", omittingEmptySubsequences: false).map { String(percentEncoded: $0) }
        guard components.count == 5, components[0] == "", components[1] == "api", components[2] == "users", let user = components[3],
            let name = components[4], !user.isEmpty
        else {
            throw LinkRefusal(
                part: "path",
                reason: "\(wish.path.quoted) is no path that can be signed; give one such as /api/users/U001/monthly-trends.png?scale=2")
        }
        self.user = UserID(rawValue: user)
        self.name = name
        var query = Query(encoded: parts.count > 1 ? String(parts[1]) : "")
        if let disclosure = wish.disclosure { query = query.replacing("disclosure", with: disclosure) }
        if let pin, !query.fields.contains(where: { $0.name == "as_of" }) { query = query.replacing("as_of", with: pin.description) }
        (terms, day, picture) = try Self.terms(of: name, user: self.user, query, currency)
        freeFilters = wish.freeFilters
        if freeFilters != nil, Insight(named: Routes.parts(of: name).name) == nil {
            throw LinkRefusal(part: "free", reason: "is not possible for \(name.quoted), but for insights alone")
        }
        if pin != nil, day == nil { throw LinkRefusal(part: "pinned", reason: "is not possible for \(name.quoted), which is always live") }
    }

    /// Returns the canonical query of what has that name, the day it is about, and how it is drawn.
    private static func terms(
        of name: String, user: UserID, _ query: Query, _ currency: String?
    ) throws(LinkRefusal) -> (Query, CalendarDate?, PictureStyle?) {
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let suffix = parts.count > 1 ? parts[1] : nil
        func check(_ representations: [Representation]) throws(LinkRefusal) {
            guard let suffix, !representations.contains(where: { $0.rawValue == suffix }) else { return }
            let known = representations.map { ".\($0.rawValue)" }.joined(separator: ", ")
            throw LinkRefusal(part: "path", reason: "names \(parts[0]), which does not come as \(".\(suffix)".quoted), but as \(known)")
        }
        do {
            if let insight = Insight(named: parts[0]) {
                try check(Representation.ofInsights)
                var request = try InsightRequest(insight, of: user, query: query)
                request.presentation.settle(onCurrency: currency)
                // What depends on all shoppers does not stay as it was on a day.
                return (request.canonicalQuery, request.question.needsStatistics ? nil : request.subject.asOf, request.picture)
            }
            if parts[0] == "report" {
                try check(Representation.ofReports)
                var request = try ReportRequest(of: user, query: query)
                request.presentation.settle(onCurrency: currency)
                return (request.canonicalQuery, request.subject.asOf, nil)
            }
        } catch let error as InvalidQuery {
            if error.faults.count == 1, let fault = error.faults.first, fault.parameter == "disclosure" {
                throw LinkRefusal(part: "disclosure", reason: fault.detail)
            }
            throw LinkRefusal(error)
        } catch let error as LinkRefusal {
            throw error
        } catch {
            throw LinkRefusal(part: "path", reason: "cannot be signed")
        }
        guard let representations = plain[parts[0]] else {
            let names = Insight.allCases.map(\.name) + ["report"] + plain.keys.sorted()
            let advice = parts[0].nearest(among: names).map { "; did you mean '\($0)'?" } ?? "; there is \(names.joined(separator: ", "))"
            throw LinkRefusal(part: "path", reason: "leads to \(parts[0].quoted), which cannot be signed\(advice)")
        }
        try check(representations)
        if let told = query.fields.first(where: { $0.name == "disclosure" }), told.value != Disclosure.full.rawValue {
            throw LinkRefusal(part: "disclosure", reason: "cannot be \(told.value.quoted): \(parts[0]) is told whole or not at all")
        }
        let own = query.fields.filter { $0.name != "as_of" && $0.name != "disclosure" }
        guard own.isEmpty, query.unreadable.isEmpty else {
            throw LinkRefusal(part: "path", reason: "has a query, and \(parts[0]) has no parameters")
        }
        return (Query(), nil, nil)
    }
}
