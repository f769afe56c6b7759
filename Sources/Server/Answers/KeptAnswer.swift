import Hummingbird
import HTTPTypes
import NIOCore
import Purchases
import Storage

/// An answer that was given, and what it is true of.
struct KeptAnswer: Sendable {
    /// A header and the body that goes with it, if one does.
    struct Reply: Sendable {
        let head: HTTPResponse
        let body: ByteBuffer?
        let kind: AnswerKind

        init(_ response: Response, _ kind: AnswerKind, body: ByteBuffer? = nil) {
            var head = response.head
            head.headerFields.addCommonPolicies()
            self.head = head
            self.body = body
            self.kind = kind
        }
    }

    let user: UserID
    let revision: Revision
    let tag: EntityTag
    /// Whether a client that accepts gzip gets another body.
    let isText: Bool
    /// For a client that has the body.
    let unchanged: Reply
    /// For every other client; nil when no such one has asked yet.
    let whole: Reply?
}
