import HTTPTypes
import NIOCore

/// An answer that was given, and whether it may be given again.
struct KeptAnswer: Sendable {
    let tag: EntityTag
    let cacheControl: CacheControl
    /// Whether what it was made of is known, without asking for it, to be as it was.
    let holds: @Sendable () -> Bool
    /// For a client that has the body.
    let unchanged: HTTPResponse
    /// For every other client; nil when no such one has asked yet.
    let whole: (head: HTTPResponse, body: ByteBuffer)?
    let kind: AnswerKind
}
