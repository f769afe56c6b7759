import LogReading
import Purchases
import Storage
import Synchronization

/// Logs that were sent by a form and wait for being kept, few and for a short time.
///
/// A server that stands beside others does not know those that were sent to another one; the page says so, and the log is sent again.
final class PendingLogs: Sendable {
    struct Entry: Sendable {
        var fileName: String
        var options: PurchaseLog.Options
        /// Nil once it was kept.
        var log: UploadedLog?
        /// Nil while there are questions.
        var result: ImportResult?
        var questions: [LogQuestion] = []
        /// Whether it is read by what was said of an earlier log with the same columns.
        var isRemembered = false
        /// What was wrong with the last answers or changes.
        var problem: String?
    }

    private struct State {
        /// The oldest first.
        var entries: [(token: String, entry: Entry, expiry: ContinuousClock.Instant)] = []
    }

    private let state = Mutex(State())
    private let limit: Int
    private let lifetime: Duration
    private let now: @Sendable () -> ContinuousClock.Instant

    /// - Parameters:
    ///   - limit: how many are kept; the oldest make room.
    ///   - now: tells the time.
    init(limit: Int, lifetime: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.limit = limit
        self.lifetime = lifetime
        self.now = now
    }

    /// Keeps an entry for its time, and returns a name for it that nobody can guess.
    func add(_ entry: Entry) -> String {
        var random = SystemRandomNumberGenerator()
        let token = (0..<2).map { _ in "\(Revision(rawValue: random.next()))" }.joined()
        let expiry = now() + lifetime
        state.withLock { state in
            discardExpired(&state)
            if state.entries.count >= limit { state.entries.removeFirst() }
            state.entries.append((token, entry, expiry))
        }
        // A file that nobody asks for any more takes its place on the disk until then, and no longer.
        Task { [weak self, lifetime] in
            try? await Task.sleep(for: lifetime + .milliseconds(10))
            self?.discardExpired()
        }
        return token
    }

    func entry(_ token: String) -> Entry? {
        state.withLock { state in
            discardExpired(&state)
            return state.entries.first { $0.token == token }?.entry
        }
    }

    /// Puts what came of reading a log again in the place of what was known of it, unless it was kept meanwhile.
    func update(_ token: String, with entry: Entry) {
        state.withLock { state in
            guard let index = state.entries.firstIndex(where: { $0.token == token && $0.entry.log != nil }) else { return }
            state.entries[index].entry = entry
        }
    }

    /// Puts what came of keeping a log in its place.
    func finish(_ token: String, with result: ImportResult) {
        state.withLock { state in
            guard let index = state.entries.firstIndex(where: { $0.token == token }) else { return }
            state.entries[index].entry.log = nil
            state.entries[index].entry.result = result
        }
    }

    private func discardExpired() { state.withLock { discardExpired(&$0) } }

    private func discardExpired(_ state: inout State) {
        let time = now()
        state.entries.removeAll { $0.expiry <= time }
    }
}
