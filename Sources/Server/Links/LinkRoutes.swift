import Hummingbird
import HTTPTypes
import NIOCore
import Purchases
import Reports
import Signing
import Storage

/// `/s/{token}/{name}`: whatever a signed link leads to, without a login.
///
/// Nothing but the path counts: what a mail client or a campaign adds behind a question mark changes nothing. Only a link that leaves
/// filters free, which is for programs, reads its query.
struct LinkRoutes: Sendable {
    let services: Services
    /// What is below a shopper's path, by name.
    let makers: [String: ResourceMaker]
    let bucketLists: BucketListRoutes
    let unsubscription: Unsubscription
    let listPages: SharedListPages
    let past = PastRevisions()

    private var signer: LinkSigner { services.signer }

    func add(to routes: Routes) {
        for path in ["s/{token}/{name}", "s/{token}/{name}/**"] as [RouterPath] {
            routes.on(path) { request, context in
                // A link is for those who were given it.
                try await handlers(request, context).mapValues { handler in
                    { request, context in
                        var answer = try await handler(request, context)
                        answer.headers[.robots] = "noindex"
                        return answer
                    }
                }
            }
        }
    }

    private func handlers(_ request: Request, _ context: ServerContext) async throws -> Handlers {
        let token = try context.pathParameter("token")
        var name = try context.pathParameter("name")
        // What no name has came from around the link: a bracket, a space, an `&amp;` of a campaign. A full stop may be that of a sentence.
        name = String(name.prefix(while: \.isUnreserved))
        while name.last == "." { name.removeLast() }
        let finding = try await signer.finding(token: token, name: name)
        // Who wants no more mail is heard, whatever became of the link.
        if let link = finding.link, link.grant.name == Unsubscription.name { return unsubscription.handlers(for: link) }
        switch finding {
        case .forged: throw Problem.forgedLink
        case .expired(let link): return refusal(.expiredLink(link.grant.expiry), of: link, name)
        case .withdrawn(let link): return refusal(.withdrawnLink, of: link, name)
        case .valid(let link): return try await handlers(for: link, name, request, context)
        }
    }

    private func handlers(
        for link: SignedLink, _ name: String, _ request: Request, _ context: ServerContext
    ) async throws -> Handlers {
        let (stem, suffix) = Routes.parts(of: name)
        let path = CollectionPath(parts: try context.catchAll(), suffix: suffix)
        if let chart = try ChartLink(link.grant) {
            guard path.parts.isEmpty else { throw Problem.unknownPath(request.uri.path.redactingToken) }
            return Routes.handlers(suffix: suffix) { _, _ in resource(chart, of: link, suffix) }
        }
        if stem == "bucket-list" {
            let role = ListShare.Role(rawValue: Query(encoded: link.grant.terms).fields.first { $0.name == "role" }?.value ?? "")
            let place = BucketListPlace(
                user: link.grant.user, path: "/s/\(link.token)/\(stem)", access: role == .edit ? .edit : .view,
                // One that was signed for a file is for that file.
                representation: link.grant.name == stem ? nil : path.suffix
            )
            let handlers = try bucketLists.handlers(for: path, at: place, request)
            let isForPeople = path.parts.isEmpty && path.suffix == nil
            return (isForPeople ? listPages.handlers(besides: handlers, of: link, at: place) : handlers).mapValues { handler in
                { request, context in
                    var head = request.head
                    head.path = request.uri.path
                    return try await handler(Request(head: head, body: request.body), context)
                }
            }
        }
        let isCalendar = stem == "reminders" && path.suffix == Representation.ics.rawValue
        if isCalendar, path.parts == [Unsubscription.name] { return unsubscription.handlers(for: link) }
        guard path.parts.isEmpty, let make = makers[stem] else { throw Problem.unknownPath(request.uri.path.redactingToken) }
        var handlers = Routes.handlers(suffix: path.suffix) { request, context in
            try await resource(link, stem, path.suffix, make, asked: request.query, context)
        }
        if isCalendar {
            // The one click of RFC 8058 goes to the address that is looked at, or to the feed itself.
            handlers[.post] = unsubscription.handlers(for: link)[.post]
            handlers[.delete] = { _, _ in try await withdraw(link) }
        }
        return handlers
    }

    /// Returns what the link leads to, as the API has it, at the link's own address.
    private func resource(
        _ link: SignedLink, _ stem: String, _ suffix: String?, _ make: ResourceMaker, asked: Query, _ context: ServerContext
    ) async throws -> Resource {
        let grant = link.grant
        var context = context
        context.grantedUser = grant.user
        let (signed, free) = FreeFilters.split(Query(encoded: grant.terms))
        let terms = try free?.narrowed(signed, by: asked) ?? signed
        let head = HTTPRequest(
            method: .get, scheme: nil, authority: nil, path: "/api/users/\(grant.user.rawValue.percentEncoded)/\(stem)?\(terms.encoded)")
        let original = try await make(Request(head: head, body: RequestBody(buffer: ByteBuffer())), context)
        var resource = original
        resource.address = ResourceAddress(
            path: "/s/\(link.token)/\(stem)", query: free == nil ? Query() : asked,
            representations: original.address.representations.filter { grant.name == stem || $0.rawValue == suffix },
            identity: original.address.identity
        )
        // Kept answers go by the path of a link alone.
        if free != nil {
            resource.holds = nil
        } else if let holds = original.holds {
            resource.holds = { [signer] in holds() && signer.isKnownToWork(link) }
        }
        resource.stamp = { [self, address = resource.address] representation, revision in
            let past = try await pinnedRevision(of: link, at: revision)
            let version = past ?? revision
            return .init(
                // Purchases and prices could be tried until their version is this one, whatever little the link tells of them.
                tag: address.tag(of: representation, at: Revision(rawValue: signer.keys.veil(version.rawValue))),
                cacheControl: .upTo(
                    seconds: past == nil ? Self.liveAge : Self.pinnedAge, until: grant.expiry.secondsSince1970, isImmutable: past != nil,
                    now: signer.now),
                version: version
            )
        }
        return resource
    }

    /// Returns a chart whose data is in the link itself, so that whoever has it may keep it for as long as it works.
    private func resource(_ chart: ChartLink, of link: SignedLink, _ suffix: String?) -> Resource {
        let grant = link.grant
        let path = "/s/\(link.token)/\(chart.page.rawValue)"
        var resource = services.resource(of: chart.picture, at: path, query: Query())
        resource.warnings = chart.warnings
        resource.address = ResourceAddress(
            path: path, query: Query(),
            representations: Representation.ofCharts.filter { grant.name == chart.page.rawValue || $0.rawValue == suffix },
            identity: resource.address.identity)
        resource.holds = { [signer] in signer.isKnownToWork(link) }
        resource.stamp = { [address = resource.address, now = signer.now] representation, revision in
            .init(
                tag: address.tag(of: representation, at: revision),
                cacheControl: .upTo(seconds: Self.pinnedAge, until: grant.expiry.secondsSince1970, isImmutable: true, now: now),
                version: revision)
        }
        return resource
    }

    /// Returns the version that a link is pinned to: as long as nothing before its day is corrected, what came after it does not matter.
    private func pinnedRevision(of link: SignedLink, at revision: Revision) async throws -> Revision? {
        let day = Query(encoded: link.grant.terms).fields.first { $0.name == "as_of" }.flatMap { CalendarDate($0.value) }
        guard let pin = link.grant.pin, let day,
            let past = try await past.revision(of: link.grant.user, until: day, at: revision, services), signer.isPin(pin, of: past)
        else { return nil }
        return past
    }

    /// How long others may show a live answer, in seconds.
    private static let liveAge: Int64 = 300
    /// A year, which is as long as caches keep anything.
    private static let pinnedAge: Int64 = 31_536_000

    /// Ends a subscription: whoever has the link of a feed may end it.
    private func withdraw(_ link: SignedLink) async throws -> Answer {
        try await signer.revoke(link.id, of: link.grant.user, expiry: link.grant.expiry.secondsSince1970)
        return .json(["message": "The link does not work any more."], .notStored)
    }

    /// Says that a link no longer works, whatever is asked of it.
    private func refusal(_ problem: Problem, of link: SignedLink, _ name: String) -> Handlers {
        let handler: Handler = { [problems = services.problems] request, _ in
            try await problems.answer(
                for: problem, ofLinkTo: name, terms: FreeFilters.split(Query(encoded: link.grant.terms)).signed, request)
        }
        return Dictionary(uniqueKeysWithValues: HTTPRequest.Method.all.map { ($0, handler) })
    }
}

extension Character {
    /// Whether an address has it as it is (RFC 3986, section 2.3).
    fileprivate var isUnreserved: Bool { isASCII && (isLetter || isNumber || "-._~".contains(self)) }
}

extension HTTPField.Name {
    static let robots = HTTPField.Name("X-Robots-Tag")!
}
