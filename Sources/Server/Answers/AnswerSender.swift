import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Rendering

/// Makes responses of answers: the one place that decides what `If-None-Match`, `HEAD` and `Accept-Encoding` change about them.
struct AnswerSender: Sendable {
    let contents: ContentCache
    let kept: KeptAnswers

    func response(to request: Request, _ answer: Answer, in context: ServerContext) async throws -> Response {
        var answer = answer
        let isText = ContentCoding.isWorthwhile(for: answer.headers[.contentType])
        if isText { answer.headers.addVariation(by: "Accept-Encoding") }
        let coding = isText ? ContentCoding(acceptedIn: request.headers[values: .acceptEncoding]) : nil
        switch answer.body {
        case .empty: return Response(status: answer.status, headers: answer.headers)
        case .stream(let body):
            return request.method == .head
                ? Self.unmade(answer.status, answer.headers) : Response(status: answer.status, headers: answer.headers, body: body)
        case .bytes(let bytes):
            let body = coding == nil ? bytes : try await ContentCoding.gzip(bytes)
            if coding != nil { answer.headers[.contentEncoding] = ContentCoding.gzip.rawValue }
            let response = Response(status: answer.status, headers: answer.headers, body: ResponseBody(byteBuffer: body))
            return request.method == .head ? response.createHeadResponse() : response
        case .versioned(let content):
            return try await Exchange(request: request, answer: answer, content: content, coding: coding, sender: self).response(
                in: context)
        }
    }

    /// Returns the answer to a HEAD request whose body nobody made, so that its length is not known.
    static func unmade(_ status: HTTPResponse.Status, _ headers: HTTPFields) -> Response {
        var headers = headers
        // `UnmadeBodyHandler` knows such an answer by this field.
        headers[.transferEncoding] = "chunked"
        return Response(status: status, headers: headers, body: ResponseBody { try await $0.finish(nil) })
    }
}

/// A request for content that has a version, and the answer to it.
private struct Exchange {
    let request: Request
    let answer: Answer
    let content: VersionedContent
    let coding: ContentCoding?
    let sender: AnswerSender

    func response(in context: ServerContext) async throws -> Response {
        var stamp = try await content.stamp(content.revision)
        var made: ContentCache.Entry?
        if content.mayBeMissing { made = try await entry(&stamp, in: context) }
        if let known = named(of: stamp) {
            context.work.noteKept()
            keep(nil, stamp)
            return Response(status: .notModified, headers: unchangedHeaders(stamp, known))
        }
        if request.method == .head { return AnswerSender.unmade(answer.status, headers(stamp, nil)) }
        let entry = if let made { made } else { try await entry(&stamp, in: context) }
        let headers = headers(stamp, entry)
        if entry.nextPage == nil { keep(entry.body, stamp) }
        return Response(status: answer.status, headers: headers, body: ResponseBody(byteBuffer: entry.body))
    }

    /// Returns the content, and stamps it with the version that it was made of.
    private func entry(_ stamp: inout VersionedContent.Stamp, in context: ServerContext) async throws -> ContentCache.Entry {
        let (looked, content, coding, contents) = (stamp, content, coding, sender.contents)
        // What another one had made costs as little as what was there.
        let work = context.work
        work.noteKept()
        let entry = try await context.whileClientWaits {
            try await contents.entry(for: content.key, at: looked.version, in: coding) {
                work.noteMade()
                let made = try await content.make()
                let version = made.revision == content.revision ? looked.version : try await content.stamp(made.revision).version
                return ContentCache.Entry(body: made.body, revision: made.revision, version: version, nextPage: made.nextPage)
            }
        }
        if entry.version != stamp.version { stamp = try await content.stamp(entry.revision) }
        return entry
    }

    /// The tag that the client knows the content by, if it does.
    private func named(of stamp: VersionedContent.Stamp) -> EntityTag? {
        let known = request.headers[values: .ifNoneMatch]
        guard !known.isEmpty else { return nil }
        return [coding.map(stamp.tag.coded), stamp.tag].compactMap(\.self).first { $0.isNamed(in: known) }
    }

    private static let ofBodies: [HTTPField.Name] = [
        .contentType, .contentDisposition, .contentSecurityPolicy, .crossOriginResourcePolicy, .referrerPolicy,
    ]

    private func unchangedHeaders(_ stamp: VersionedContent.Stamp, _ tag: EntityTag) -> HTTPFields {
        var headers = answer.headers
        for name in Self.ofBodies { headers[name] = nil }
        headers[.eTag] = tag.text
        headers[.cacheControl] = stamp.cacheControl.text
        return headers
    }

    private func headers(_ stamp: VersionedContent.Stamp, _ entry: ContentCache.Entry?) -> HTTPFields {
        var headers = answer.headers
        headers[.eTag] = (coding.map(stamp.tag.coded) ?? stamp.tag).text
        headers[.cacheControl] = stamp.cacheControl.text
        if let coding { headers[.contentEncoding] = coding.rawValue }
        if let next = entry?.nextPage, let address = content.pageAddress?(next) {
            let link = "<\(address)>; rel=\"next\""
            headers[.link] = headers[.link].map { "\($0), \(link)" } ?? link
        }
        return headers
    }

    /// Remembers the answer for whoever asks next, where it may be given again as it is.
    private func keep(_ body: ByteBuffer?, _ stamp: VersionedContent.Stamp) {
        guard let holds = content.holds, request.method == .get else { return }
        let tag = coding.map(stamp.tag.coded) ?? stamp.tag
        let reply = KeptAnswer(
            tag: tag, cacheControl: stamp.cacheControl, holds: holds,
            // As a response has them, with the length of the body.
            unchanged: Response(status: .notModified, headers: unchangedHeaders(stamp, tag)).head,
            whole: body.map {
                (Response(status: answer.status, headers: headers(stamp, nil), body: ResponseBody(byteBuffer: $0)).head, $0)
            },
            kind: AnswerKind(answer.headers, path: request.uri.path)
        )
        sender.kept.keep(reply, to: request.head, in: coding, variesByAcceptance: content.variesByAcceptance)
    }
}

/// A way to send a body in fewer bytes.
///
/// A coded body is a representation of its own (RFC 9110, section 8.8.3.3), so its tag is that of the plain body with the coding in it.
enum ContentCoding: String, Hashable, Sendable {
    case gzip

    /// Returns the coding to use for a client, nil where it wants none (RFC 9110, section 12.5.3).
    init?(acceptedIn values: [String]) {
        guard !values.isEmpty else { return nil }
        let quality = Dictionary(Preference.all(in: values).map { ($0.name.lowercased(), $0.quality) }) { $1 }
        guard (quality["gzip"] ?? quality["x-gzip"] ?? quality["*"] ?? 0) > 0 else { return nil }
        self = .gzip
    }

    /// Whether bodies of a media type become smaller: whether it is text.
    static func isWorthwhile(for contentType: String?) -> Bool {
        guard let type = contentType?.split(separator: ";").first else { return false }
        return type.hasPrefix("text/") && type != "text/event-stream"
            || ["application/json", "image/svg+xml", "application/problem+json", "application/manifest+json"].contains(type)
    }

    /// What takes less time than a change of threads.
    private static let longestAtOnce = 2 << 10

    static func gzip(_ body: ByteBuffer) async throws -> ByteBuffer {
        let bytes = Array(body.readableBytesView)
        if bytes.count <= longestAtOnce { return ByteBuffer(bytes: try bytes.gzipped()) }
        return ByteBuffer(bytes: try await NIOThreadPool.singleton.runIfActive { try bytes.gzipped() })
    }
}

extension HTTPFields {
    /// Says that the response depends on a field of the request.
    mutating func addVariation(by name: String) {
        let names = (self[.vary] ?? "").split(separator: ",").map { $0.trimmingPrefix(" ") }
        guard !names.contains(where: { $0.lowercased() == name.lowercased() }) else { return }
        self[.vary] = (names.map(String.init) + [name]).joined(separator: ", ")
    }
}
