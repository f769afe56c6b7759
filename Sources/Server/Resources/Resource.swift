import HTTPTypes
import Hummingbird
import NIOCore
import Purchases
import Storage

/// A thing with an address, a version and several representations, each made only if it is asked for.
struct Resource: Sendable {
    /// A representation's bytes, and what is known only once they are made.
    struct Content: Sendable {
        var body: ByteBuffer
        /// The query of the next page, where there is one.
        var nextPage: Query?
    }

    var address: ResourceAddress
    /// The version of the data.
    var revision: Revision
    /// What stands for the version in tags, where the version itself would tell too much; nil for the version.
    var publicRevision: Revision?
    /// The name to save it under, without an extension; nil to show it.
    var fileName: String?
    /// How long others may keep it.
    var cacheControl = "private, max-age=60, stale-while-revalidate=300"
    /// Where finished content is kept; nil for what is not worth it.
    var cache: ContentCache?
    /// Where whole answers are kept, the shopper they are about, and the day on which they hold; nil for what depends on more than
    /// the address, the day and the shopper's purchases, such as who asks.
    var answers: (memory: AnswerMemory, user: UserID, day: CalendarDate?)?
    var content: @Sendable (Representation) async throws -> Content

    /// Answers a GET or HEAD. What the client has already is not made again; neither is what HEAD leaves out.
    ///
    /// - Parameter suffix: The extension of the path; nil to go by `Accept`.
    func response(to request: Request, context: ServerContext, suffix: String?) async throws -> Response {
        let representation = try representation(for: request, suffix: suffix)
        let tag = address.tag(of: representation, at: publicRevision ?? revision)
        var headers: HTTPFields = [
            .eTag: tag.text, .cacheControl: cacheControl,
        ]
        if suffix == nil { headers[.vary] = "Accept" }
        let isText = CompressionMiddleware.isText(representation.contentType)
        if isText { headers.addVariation(by: "Accept-Encoding") }
        headers[.link] = address.links(from: suffix == nil ? nil : representation)
        let unchanged = Response(status: .notModified, headers: headers)
        if tag.isNamed(in: request.headers[values: .ifNoneMatch]) {
            keep(KeptAnswer.Reply(unchanged, AnswerKind(representation)), tag, isText: isText, for: request, suffix)
            return unchanged
        }

        headers[.contentType] = representation.contentType
        headers.addPicturePolicies(for: representation)
        if let fileName { headers[.contentDisposition] = Attachment(name: "\(fileName).\(representation.rawValue)").disposition }
        if request.method == .head { return .head(headers) }

        let content = try await content(as: representation, for: context)
        if let next = content.nextPage {
            let link = "<\(address.text(as: suffix.map { _ in representation }, query: next))>; rel=\"next\""
            headers[.link] = headers[.link].map { "\($0), \(link)" } ?? link
        }
        let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: content.body))
        let kind = AnswerKind(representation)
        keep(
            KeptAnswer.Reply(unchanged, kind), whole: KeptAnswer.Reply(response, kind, body: content.body), tag, isText: isText,
            for: request, suffix
        )
        return response
    }

    private func keep(
        _ unchanged: KeptAnswer.Reply, whole: KeptAnswer.Reply? = nil, _ tag: EntityTag, isText: Bool, for request: Request,
        _ suffix: String?
    ) {
        guard let (memory, user, day) = answers, request.method == .get else { return }
        let answer = KeptAnswer(user: user, day: day, revision: revision, tag: tag, isText: isText, unchanged: unchanged, whole: whole)
        memory.keep(answer, to: request.head, variesByAcceptance: suffix == nil)
    }

    /// Returns what is kept, or makes it for as long as the client waits.
    private func content(as representation: Representation, for context: ServerContext) async throws -> Content {
        let make = content
        guard let cache else { return try await context.whileClientWaits { try await make(representation) } }
        let key = ContentCache.Key(
            path: address.path, revision: revision, identity: address.identity, representation: representation
        )
        if let body = cache.content(for: key) { return Content(body: body) }
        let content = try await context.whileClientWaits { try await make(representation) }
        if content.nextPage == nil { cache.keep(content.body, for: key) }
        return content
    }

    private func representation(for request: Request, suffix: String?) throws(Problem) -> Representation {
        guard let suffix else {
            guard let best = Acceptance(request.headers[values: .accept]).best(of: address.representations) else {
                throw .notAcceptable(address.representations)
            }
            return best
        }
        guard let named = address.representations.first(where: { $0.rawValue == suffix }) else {
            throw .unknownRepresentation(suffix, of: address.representations)
        }
        return named
    }
}

extension Response {
    /// Returns the answer to a HEAD request whose body nobody made, so that its length is not known.
    fileprivate static func head(_ headers: HTTPFields) -> Response {
        var headers = headers
        // `UnmadeBodyHandler` knows such an answer by this field.
        headers[.transferEncoding] = "chunked"
        return Response(status: .ok, headers: headers, body: ResponseBody { try await $0.finish(nil) })
    }
}
