import NIOPosix
import Synchronization

/// A few threads for work that keeps a processor busy, and a short queue in front of them.
///
///     let bytes = try await slots.run { try request.bytes(as: .png, from: history, typesetter: typesetter) }
///
/// Such work in a handler would hold up every other request: Swift's own threads are as few as the processors.
final class RenderingSlots: Sendable {
    /// The queue is full.
    struct Saturation: Error {}

    private struct State {
        var freeCount: Int
        /// How often the queue was full.
        var saturationCount = 0
        var nextTicket = 0
        /// In the order they came.
        var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    }

    private let state: Mutex<State>
    private let count: Int
    private let waitingLimit: Int
    private let pool: NIOThreadPool

    init(count: Int, waitingLimit: Int) {
        state = Mutex(State(freeCount: count))
        self.count = count
        self.waitingLimit = waitingLimit
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// How many wait.
    var waitingCount: Int { load.waitingCount }

    /// How much there is to do, and how often there was too much.
    struct Load: Hashable, Sendable {
        var slotCount: Int
        var busyCount: Int
        var waitingCount: Int
        /// Since the start.
        var saturationCount: Int
    }

    var load: Load {
        state.withLock {
            Load(
                slotCount: count, busyCount: count - $0.freeCount, waitingCount: $0.waiting.count, saturationCount: $0.saturationCount
            )
        }
    }

    /// Does the work on a thread of its own as soon as one is free.
    ///
    /// - Throws: `Saturation` when too many wait; `CancellationError` when the task was cancelled while it waited.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await acquire()
        defer { release() }
        return try await pool.runIfActive(work)
    }

    private func acquire() async throws {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    // A cancellation after this line finds the ticket, since it has to wait for the lock.
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if state.freeCount > 0 {
                        state.freeCount -= 1
                        return .success(())
                    }
                    guard state.waiting.count < waitingLimit else {
                        state.saturationCount += 1
                        return .failure(Saturation())
                    }
                    state.waiting.append((ticket, continuation))
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0).continuation }
            }
            continuation?.resume(throwing: CancellationError())
        }
    }

    private func release() {
        let next = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.freeCount += 1
                return nil as CheckedContinuation<Void, any Error>?
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }
}
