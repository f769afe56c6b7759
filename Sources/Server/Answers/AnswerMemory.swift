import Caching
import HTTPTypes
import NIOCore
import Purchases
import Storage
import Synchronization

/// Whole answers, to be given again where a request comes in, without the long way to a route.
///
/// An answer holds as long as its shopper's revision does, and no longer than a day. One whose revision is not known without asking the store is not given
/// again here, and neither is one to a request that says anything unusual: both take the long way, which knows better.
/// Only answers that are the same whoever asks may be kept.
final class AnswerMemory: Sendable {
    private let store: any PurchaseStore
    private let today: @Sendable () -> CalendarDate?
    private let answers: Mutex<LRUCache<ExactText, KeptAnswer>>

    /// What an answer takes besides its body and its address, about: two headers, links and all.
    private static let overhead = 4_096

    /// - Parameter capacity: in bytes.
    init(store: any PurchaseStore, today: @escaping @Sendable () -> CalendarDate?, capacity: Int) {
        self.store = store
        self.today = today
        answers = Mutex(LRUCache(capacity: capacity))
    }

    /// Keeps the answer to a GET request.
    ///
    /// - Parameter variesByAcceptance: Whether `Accept` decided it too, and not the address alone.
    func keep(_ answer: KeptAnswer, to request: HTTPRequest, variesByAcceptance: Bool) {
        guard let address = request.path else { return }
        let key = variesByAcceptance ? Self.key(address, request) : ExactText(address)
        let cost = (answer.whole?.body?.readableBytes ?? 0) + key.value.utf8.count + Self.overhead
        answers.withLock { answers in
            // What is kept has the body as well, which this one was spared.
            if answer.whole == nil, let kept = answers.value(for: key), kept.tag == answer.tag { return }
            answers.insert(answer, for: key, cost: cost)
        }
    }

    /// Returns what the long way would lead to, or nil where that is not known.
    func reply(to request: HTTPRequest) -> KeptAnswer.Reply? {
        guard request.method == .get, let address = request.path, !request.headerFields.contains(where: \.asksForMore) else { return nil }
        let kept = answers.withLock { $0.value(for: ExactText(address)) ?? $0.value(for: Self.key(address, request)) }
        guard let kept, kept.day == today(), store.knownRevision(of: kept.user) == kept.revision else { return nil }
        // Text is compressed on the long way, and its tag in gzip is known only there.
        if kept.isText, CompressionMiddleware.isWelcome(in: request.headerFields[values: .acceptEncoding]) { return nil }
        let isUnchanged = request.headerFields.contains { $0.name == .ifNoneMatch && kept.tag.isNamed(in: [$0.value]) }
        return isUnchanged ? kept.unchanged : kept.whole
    }

    /// No address has a space, so this is no other request's address.
    private static func key(_ address: String, _ request: HTTPRequest) -> ExactText {
        ExactText("\(address) \(request.headerFields[values: .accept].joined(separator: ","))")
    }
}

extension HTTPField {
    /// Whether a request with this field is more than a question without a body on a connection that goes on.
    fileprivate var asksForMore: Bool {
        switch name {
        case .connection: value.lowercased() != "keep-alive"
        case .contentLength, .transferEncoding, .expect: true
        default: false
        }
    }
}
