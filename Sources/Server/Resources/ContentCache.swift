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
        var representation: Representation
    }

    private let contents: Mutex<RecencyCache<Key, ByteBuffer>>

    /// What an entry takes besides its bytes, about.
    private static let overhead = 1_024

    /// - Parameter capacity: in bytes.
    init(capacity: Int) { contents = Mutex(RecencyCache(capacity: capacity)) }

    /// In bytes, never more than the capacity.
    var cost: Int { contents.withLock { $0.cost } }

    func content(for key: Key) -> ByteBuffer? { contents.withLock { $0.value(for: key) } }

    func keep(_ content: ByteBuffer, for key: Key) {
        contents.withLock { $0.keep(content, for: key, cost: content.readableBytes + Self.overhead) }
    }
}
