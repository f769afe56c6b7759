import Caching
import HTTPTypes
import NIOCore
import Storage
import Synchronization

/// Whole answers, to be given again where a request comes in, without the long way to a route.
///
/// One that is not known to hold is not given again here, and neither is one to a request that says anything unusual: both take the long
/// way, which knows better. Only answers that are the same whoever asks may be kept.
final class KeptAnswers: Sendable {
    private struct Key: Hashable {
        var address: ExactText
        /// What the client accepts, where that decided the answer too.
        var acceptance: String?
        var coding: ContentCoding?
    }

    private let answers: Mutex<LRUCache<Key, KeptAnswer>>

    /// What an answer takes besides its body and its address, about: two headers, links and all.
    private static let overhead = 4_096

    /// - Parameter capacity: in bytes.
    init(capacity: Int) { answers = Mutex(LRUCache(capacity: capacity)) }

    /// Keeps the answer to a GET request.
    ///
    /// - Parameter variesByAcceptance: Whether `Accept` decided it too, and not the address alone.
    func keep(_ answer: KeptAnswer, to request: HTTPRequest, in coding: ContentCoding?, variesByAcceptance: Bool) {
        guard let address = Self.address(of: request) else { return }
        let key = Key(address: address, acceptance: variesByAcceptance ? request.acceptance : nil, coding: coding)
        let cost = (answer.whole?.body.readableBytes ?? 0) + address.value.utf8.count + Self.overhead
        answers.withLock { answers in
            // What is kept has the body as well, which this one was spared.
            if answer.whole == nil, let kept = answers.value(for: key), kept.tag == answer.tag { return }
            answers.insert(answer, for: key, cost: cost)
        }
    }

    /// Returns what the long way would lead to, or nil where that is not known.
    ///
    /// - Parameter passage: that of the request: nothing is answered that was not let in.
    func reply(to request: HTTPRequest, _ passage: Passage) -> (head: HTTPResponse, body: ByteBuffer?, kind: AnswerKind)? {
        guard request.method == .get, !request.headerFields.contains(where: \.asksForMore), let address = Self.address(of: request)
        else { return nil }
        let isCodingWelcome = ContentCoding(acceptedIn: request.headerFields[values: .acceptEncoding]) != nil
        let acceptance = request.acceptance
        let kept = answers.withLock { answers -> KeptAnswer? in
            for coding in isCodingWelcome ? [ContentCoding.gzip, nil] : [nil] {
                for acceptance in [nil, acceptance] {
                    let key = Key(address: address, acceptance: acceptance, coding: coding)
                    guard let kept = answers.value(for: key) else { continue }
                    // Of text there is another body for who accepts gzip.
                    if isCodingWelcome, coding == nil, ContentCoding.isWorthwhile(for: kept.whole?.head.headerFields[.contentType]) {
                        continue
                    }
                    return kept
                }
            }
            return nil
        }
        guard let kept, kept.holds() else { return nil }
        let known = request.headerFields[values: .ifNoneMatch]
        let isUnchanged = !known.isEmpty && kept.tag.isNamed(in: known)
        guard var head = isUnchanged ? kept.unchanged : kept.whole?.head else { return nil }
        if case .upTo = kept.cacheControl { head.headerFields[.cacheControl] = kept.cacheControl.text }
        return (head, isUnchanged ? nil : kept.whole?.body, kept.kind)
    }

    /// What decides the answer: of a signed link nothing but the path.
    private static func address(of request: HTTPRequest) -> ExactText? {
        guard let path = request.path else { return nil }
        return ExactText(path.utf8.starts(with: "/s/".utf8) ? String(path.prefix { $0 != "?" }) : path)
    }
}

extension HTTPRequest {
    fileprivate var acceptance: String { headerFields[values: .accept].joined(separator: ",") }
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
