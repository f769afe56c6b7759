import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import Storage

/// What a route answers: what is said, and not yet how it is sent.
///
/// Whether the client has it already, wants the header alone or takes it in gzip is decided in one place, by `AnswerSender`.
struct Answer: Sendable {
    var status = HTTPResponse.Status.ok
    /// All that the response says besides what follows from the body and the request.
    var headers: HTTPFields = [:]
    var body = Body.empty

    enum Body: Sendable {
        case empty
        case bytes(ByteBuffer)
        /// What has a version, which is known before it is made.
        case versioned(VersionedContent)
        /// What has no end yet.
        case stream(ResponseBody)
    }
}

extension Answer {
    static func json(_ json: JSON, status: HTTPResponse.Status = .ok, _ headers: HTTPFields = [:]) -> Answer {
        bytes(json.bytes, as: Representation.json.contentType, status: status, headers)
    }

    static func bytes(
        _ bytes: [UInt8], as contentType: String, status: HTTPResponse.Status = .ok, _ headers: HTTPFields = [:]
    ) -> Answer {
        var headers = headers
        headers[.contentType] = contentType
        return Answer(status: status, headers: headers, body: .bytes(ByteBuffer(bytes: bytes)))
    }

    /// What is the same as long as the program is.
    ///
    /// - Parameter identity: What decides the bytes.
    static func constant(
        _ bytes: @autoclosure @escaping @Sendable () -> [UInt8], as contentType: String, identity: [String], _ cacheControl: String
    ) -> Answer {
        let stamp = VersionedContent.Stamp(tag: EntityTag(.zero, identity), cacheControl: .fixed(cacheControl), version: .zero)
        return Answer(
            headers: [.contentType: contentType],
            body: .versioned(
                VersionedContent(
                    revision: .zero, stamp: { _ in stamp }, key: .init(path: "constant", identity: identity, representation: nil),
                    make: { .init(bytes(), at: .zero) }
                )
            )
        )
    }

    /// Leads to another address, to be asked for by GET.
    static func redirect(to address: String) -> Answer { Answer(status: .seeOther, headers: [.location: address]) }
}

extension HTTPFields {
    /// What is said of an answer that is true for this request alone.
    static let notStored: HTTPFields = [.cacheControl: "no-store"]
}

/// Content with a version. What is made is told under the version that it was made of, whatever was looked up before.
struct VersionedContent: Sendable {
    /// What a version of the data is to clients.
    struct Stamp: Sendable {
        var tag: EntityTag
        var cacheControl: CacheControl
        /// What the content is kept under: equal for versions that make the same bytes.
        var version: Revision
    }

    /// What a maker makes, and the revision of what it read.
    struct Content: Sendable {
        var body: ByteBuffer
        var revision: Revision
        /// The query of the next page, where there is one.
        var nextPage: Query?

        init(_ bytes: [UInt8], at revision: Revision, nextPage: Query? = nil) {
            body = ByteBuffer(bytes: bytes)
            self.revision = revision
            self.nextPage = nextPage
        }
    }

    /// The data's revision as it was looked up.
    let revision: Revision
    let stamp: @Sendable (Revision) async throws -> Stamp
    /// Where finished content is kept; nil for what is not worth it.
    var key: ContentCache.Key?
    /// Whether there may be no such thing at all, which making it finds out: then nothing is said of it before.
    var mayBeMissing = false
    /// Whether `Accept` decided what it is, and not the address alone.
    var variesByAcceptance = false
    /// Whether the whole answer may be given again as it is; nil for one that may not, such as what depends on who asks.
    var holds: (@Sendable () -> Bool)?
    /// Returns the address of another page.
    var pageAddress: (@Sendable (Query) -> String)?
    let make: @Sendable () async throws -> Content
}

/// How long others may keep an answer.
enum CacheControl: Sendable {
    case fixed(String)
    /// For so many seconds, and no longer than what is shown may be seen.
    case upTo(seconds: Int64, until: Int64, isImmutable: Bool, now: @Sendable () -> Int64)

    /// For what follows the data: a reader sees what is new a minute later.
    static let live = CacheControl.fixed("private, \(lifetime)")
    private static let lifetime = "max-age=60, stale-while-revalidate=300"

    /// Returns what the field says that says `text` where caches that many use may keep the answer too; nil for what stays as it is.
    static func shared(_ text: String) -> String? { text == live.text ? "public, \(lifetime)" : nil }

    var text: String {
        switch self {
        case .fixed(let text): text
        case .upTo(let seconds, let expiry, let isImmutable, let now):
            "public, max-age=\(max(0, min(seconds, expiry - now())))\(isImmutable ? ", immutable" : "")"
        }
    }
}
