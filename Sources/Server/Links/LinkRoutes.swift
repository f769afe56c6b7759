import Hummingbird
import HTTPTypes
import NIOCore
import Purchases
import Reports
import Signing
import Storage
import Typography

/// `/s/{token}/{name}`: whatever a signed link leads to, without a login.
///
/// Nothing but the path counts: what a mail client or a campaign adds behind a question mark changes nothing.
struct LinkRoutes: Sendable {
    let signer: LinkSigner
    /// What is below a shopper's path, by name.
    let makers: [String: ResourceMaker]
    let bucketLists: BucketListRoutes
    let unsubscription: Unsubscription
    let typesetter: Typesetter
    /// Draws the pictures of links that no longer work.
    let slots: RenderingSlots

    func add(to router: some RouterMethods<ServerContext>) {
        for path in ["s/{token}/{name}", "s/{token}/{name}/**"] as [RouterPath] {
            for method in HTTPRequest.Method.all {
                router.on(path, method: method) { request, context -> Response in
                    var response = try await answer(request, context)
                    // A link is for those who were given it.
                    response.headers[.robots] = "noindex"
                    return response
                }
            }
        }
    }

    private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        let token = try context.pathParameter("token")
        var name = try context.pathParameter("name")
        // What no name has came from around the link: a bracket, a space, an `&amp;` of a campaign. A full stop may be that of a sentence.
        name = String(name.prefix(while: \.isUnreserved))
        while name.last == "." { name.removeLast() }
        let finding = try await signer.finding(token: token, name: name)
        // Who wants no more mail is heard, whatever became of the link.
        if let link = finding.link, link.grant.name == Unsubscription.name {
            return try await unsubscription.answer(request, context, link)
        }
        switch finding {
        case .forged: throw Problem.forgedLink
        case .expired(let link): return try await refusal(.expiredLink(link.grant.expiry), of: link, name, request)
        case .withdrawn(let link): return try await refusal(.withdrawnLink, of: link, name, request)
        case .valid(let link): return try await answer(request, context, link, name)
        }
    }

    private func answer(_ request: Request, _ context: ServerContext, _ link: SignedLink, _ name: String) async throws -> Response {
        let path = CollectionPath(
            parts: try context.catchAll(),
            suffix: name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) }
        )
        let stem = String(name.prefix { $0 != "." })
        if stem == "bucket-list" {
            let role = ListShare.Role(rawValue: Query(encoded: link.grant.terms).fields.first { $0.name == "role" }?.value ?? "")
            let place = BucketListPlace(
                user: link.grant.user, path: "/s/\(link.token)/\(stem)", access: role == .edit ? .edit : .view,
                // One that was signed for a file is for that file.
                representation: link.grant.name == stem ? nil : path.suffix
            )
            var head = request.head
            head.path = request.uri.path
            return try await bucketLists.answer(Request(head: head, body: request.body), context, path, at: place)
        }
        if stem == "reminders", path.suffix == Representation.ics.rawValue {
            // The one click of RFC 8058 goes to the address that is looked at, or to the feed itself.
            if path.parts == [Unsubscription.name] || path.parts.isEmpty && request.method == .post {
                return try await unsubscription.answer(request, context, link)
            }
        }
        guard path.parts.isEmpty, let make = makers[stem] else { throw Problem.unknownPath(request.uri.path.redactingToken) }
        if request.method == .delete, path.suffix == Representation.ics.rawValue { return try await withdraw(link, request) }
        guard HTTPRequest.Method.reading.contains(request.method) else {
            throw Problem.methodNotAllowed(request.method, allowed: HTTPRequest.Method.reading)
        }
        return try await Server.answer(request, context, suffix: path.suffix) { _, context in
            try await resource(link, stem, path.suffix, make, context)
        }
    }

    /// Returns what the link leads to, as the API has it, at the link's own address.
    private func resource(
        _ link: SignedLink, _ stem: String, _ suffix: String?, _ make: ResourceMaker, _ context: ServerContext
    ) async throws -> Resource {
        let grant = link.grant
        var context = context
        context.grantedUser = grant.user
        let address = "/api/users/\(grant.user.rawValue.percentEncoded)/\(stem)?\(grant.terms)"
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: address)
        var resource = try await make(Request(head: head, body: RequestBody(buffer: ByteBuffer())), context)
        resource.answers = nil
        resource.address = ResourceAddress(
            path: "/s/\(link.token)/\(stem)", query: Query(),
            representations: resource.address.representations.filter { grant.name == stem || $0.rawValue == suffix },
            identity: resource.address.identity
        )
        let life = grant.expiry.secondsSince1970 - signer.now()
        resource.cacheControl = "public, max-age=\(min(life, Self.liveAge))"
        if let pin = grant.pin,
            let day = Query(encoded: grant.terms).fields.first(where: { $0.name == "as_of" }).flatMap({ CalendarDate($0.value) }),
            case let past = try await Revision(of: signer.store.purchases(of: grant.user, at: resource.revision), until: day),
            signer.isPin(pin, of: past)
        {
            // As long as nothing before that day is corrected, what came after it does not matter.
            resource.revision = past
            resource.cacheControl = "public, max-age=\(min(life, Self.pinnedAge)), immutable"
        }
        // Purchases and prices could be tried until their version is this one, whatever little the link tells of them.
        resource.publicRevision = Revision(rawValue: signer.keys.veil(resource.revision.rawValue))
        return resource
    }

    /// How long others may show a live answer, in seconds.
    private static let liveAge: Int64 = 300
    /// A year, which is as long as caches keep anything.
    private static let pinnedAge: Int64 = 31_536_000

    /// Ends a subscription: whoever has the link of a feed may end it.
    private func withdraw(_ link: SignedLink, _ request: Request) async throws -> Response {
        try await signer.links.revoke(link.id, of: link.grant.user, expiry: link.grant.expiry.secondsSince1970, at: signer.now())
        return .json(["message": "The link does not work any more."], request, [.cacheControl: "no-store"])
    }

    /// Says that a link no longer works: to who shows pictures in a picture, as a success, since mail clients show nothing else; to
    /// all others in data.
    private func refusal(_ problem: Problem, of link: SignedLink, _ name: String, _ request: Request) async throws -> Response {
        var headers: HTTPFields = [.cacheControl: "no-store", .problemType: problem.type, .vary: "Accept"]
        var (status, bytes) = (problem.status, problem.json)
        headers[.contentType] = Problem.mediaType
        let acceptance = Acceptance(request.headers[values: .accept])
        if let representation = Representation(pictureAt: "/\(name)"), representation != .pdf, acceptance.namesPictures {
            var reader = QueryReader(Query(encoded: link.grant.terms))
            let (style, locale) = (PictureStyle(&reader), Presentation(&reader).locale)
            bytes = try await slots.run { [typesetter] in
                try problem.picture(as: representation, style: style, locale: locale, typesetter: typesetter)
            }
            status = .ok
            headers[.contentType] = representation.contentType
            headers.addPicturePolicies(for: representation)
        }
        let response = Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension Character {
    /// Whether an address has it as it is (RFC 3986, section 2.3).
    fileprivate var isUnreserved: Bool { isASCII && (isLetter || isNumber || "-._~".contains(self)) }
}

extension HTTPField.Name {
    fileprivate static let robots = HTTPField.Name("X-Robots-Tag")!
}
