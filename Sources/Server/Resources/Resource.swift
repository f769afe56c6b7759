import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// A thing with an address, a version and several representations, each made only if it is asked for.
struct Resource: Sendable {
    /// A representation's bytes, and what is known only once they are made.
    struct Content: Sendable {
        var body: ByteBuffer
        /// The query of the next page, where there is one.
        var nextPage: Query?
    }

    /// The address without an extension, encoded.
    var path: String
    var query: Query
    var representations: [Representation]
    /// The version of the data.
    var revision: Revision
    /// All else that decides the bytes, the same however the request is spelled.
    var identity: [String]
    /// The name to save it under, without an extension; nil to show it.
    var fileName: String?
    /// Where finished content is kept; nil for what is not worth it.
    var cache: ContentCache?
    var content: @Sendable (Representation) async throws -> Content

    /// Answers a GET or HEAD. What the client has already is not made again; neither is what HEAD leaves out.
    ///
    /// - Parameter suffix: The extension of the path; nil to go by `Accept`.
    func response(to request: Request, suffix: String?) async throws -> Response {
        let representation = try representation(for: request, suffix: suffix)
        let tag = EntityTag(revision, identity + [representation.rawValue])
        var headers: HTTPFields = [
            .eTag: tag.text, .cacheControl: "private, max-age=60, stale-while-revalidate=300",
        ]
        if suffix == nil { headers[.vary] = "Accept" }
        headers[.link] = links(from: suffix == nil ? nil : representation)
        if tag.isNamed(in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }

        headers[.contentType] = representation.contentType
        headers.addPicturePolicies(for: representation)
        if let fileName { headers[.contentDisposition] = Attachment(name: "\(fileName).\(representation.rawValue)").disposition }
        if request.method == .head { return .head(headers) }

        let content = try await cachedContent(representation)
        if let next = content.nextPage {
            let link = "<\(address(of: suffix.map { _ in representation }, query: next))>; rel=\"next\""
            headers[.link] = headers[.link].map { "\($0), \(link)" } ?? link
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: content.body))
    }

    private func cachedContent(_ representation: Representation) async throws -> Content {
        guard let cache else { return try await content(representation) }
        let key = ContentCache.Key(path: path, revision: revision, identity: identity, representation: representation)
        if let body = cache.content(for: key) { return Content(body: body) }
        let content = try await content(representation)
        if content.nextPage == nil { cache.keep(content.body, for: key) }
        return content
    }

    private func representation(for request: Request, suffix: String?) throws(Problem) -> Representation {
        guard let suffix else {
            guard let best = Acceptance(request.headers[values: .accept]).best(of: representations) else {
                throw .notAcceptable(representations)
            }
            return best
        }
        guard let named = representations.first(where: { $0.rawValue == suffix }) else {
            throw .unknownRepresentation(suffix, of: representations)
        }
        return named
    }

    /// A header that is longer is refused by some clients and proxies, so a very long query goes without its links.
    private static let linksLimit = 4096

    /// The other representations, as `Link` names them (RFC 8288).
    private func links(from representation: Representation?) -> String? {
        let siblings = representations.filter { $0 != representation }
        let links = siblings.map { "<\(address(of: $0, query: query))>; rel=\"alternate\"; type=\"\($0.mediaType)\"" }
        let value = links.joined(separator: ", ")
        return value.isEmpty || value.utf8.count > Self.linksLimit ? nil : value
    }

    private func address(of representation: Representation?, query: Query) -> String {
        path + (representation.map { ".\($0.rawValue)" } ?? "") + (query.fields.isEmpty ? "" : "?\(query.encoded)")
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
