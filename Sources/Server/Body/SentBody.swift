import NIOCore
import Synchronization

/// The body of a request on its way: one that is not read to its end in time ends its connection.
final class SentBody: Sendable {
    private struct State {
        var isRead = false
        var closing: Scheduled<Void>
    }

    private let channel: any Channel
    /// How long the answer may take once the body's own time is over.
    private let grace: TimeAmount
    private let state: Mutex<State>
    /// Among the bodies that are on their way; free again when this one is read.
    private let seat: Seat

    init(on channel: any Channel, _ seat: Seat, closingIn time: TimeAmount) {
        self.channel = channel
        grace = time
        self.seat = seat
        state = Mutex(State(closing: Self.closing(channel, in: time)))
    }

    var isRead: Bool { state.withLock { $0.isRead } }

    func markRead() {
        state.withLock { state in
            state.isRead = true
            state.closing.cancel()
        }
        seat.leave()
    }

    /// Lets the body take another time, from now on: the connection is closed later than an answer that says that it took too long.
    func allow(_ time: TimeAmount) {
        let closing = Self.closing(channel, in: time + grace)
        state.withLock { state in
            state.closing.cancel()
            state.closing = closing
        }
    }

    private static func closing(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
