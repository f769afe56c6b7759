import Synchronization

/// A clock that a test turns.
final class TestClock: Sendable {
    private let seconds = Mutex<Int64>(1_711_886_400)

    /// Noon of 2024-03-31 until it is turned.
    var now: Int64 {
        get { seconds.withLock { $0 } }
        set { seconds.withLock { $0 = newValue } }
    }
}
