import Caching
import NIOCore
import Storage
import Synchronization

/// Finished representations, bounded by their bytes: one that is asked for again costs a look-up and a write.
final class ContentCache: Sendable {
    /// All that decides the bytes. The parts themselves and not their hash: a hash may fall together with another shopper's.
    struct Key: Hashable {
        var path: String
        var revision: Revision
        var identity: [String]
        /// Nil for a page or a part of one.
        var representation: Representation?
    }

    /// What the cache holds and how often it had what was asked for.
    struct Usage: Hashable, Sendable {
        /// Never more than the capacity.
        var byteCount: Int
        var hitCount: Int
        var missCount: Int
    }

    private struct State {
        var contents: LRUCache<Key, ByteBuffer>
        var hitCount = 0
        var missCount = 0
    }

    private let state: Mutex<State>

    /// What an entry takes besides its bytes, about.
    private static let overhead = 1_024

    /// - Parameter capacity: in bytes.
    init(capacity: Int) { state = Mutex(State(contents: LRUCache(capacity: capacity))) }

    /// In bytes, never more than the capacity.
    var cost: Int { usage.byteCount }

    var usage: Usage {
        state.withLock { Usage(byteCount: $0.contents.cost, hitCount: $0.hitCount, missCount: $0.missCount) }
    }

    func content(for key: Key) -> ByteBuffer? {
        state.withLock { state in
            let content = state.contents.value(for: key)
            if content == nil { state.missCount += 1 } else { state.hitCount += 1 }
            return content
        }
    }

    func keep(_ content: ByteBuffer, for key: Key) {
        state.withLock { $0.contents.insert(content, for: key, cost: content.readableBytes + Self.overhead) }
    }
}
