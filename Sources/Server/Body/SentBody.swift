import NIOCore
import Synchronization

/// Whether the body of a request was read to its end: one that was not ends its connection.
final class SentBody: Sendable {
    private let state = Mutex(false)

    var isRead: Bool { state.withLock { $0 } }

    func markRead() { state.withLock { $0 = true } }
}
