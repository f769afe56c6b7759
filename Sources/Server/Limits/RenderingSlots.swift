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

    /// What is to be done on a thread of the pool, or what to tell whoever waits for it when it is not.
    private struct Job {
        let ticket: Int
        /// Returns how to tell whoever waits for it.
        let run: @Sendable () -> () -> Void
        let cancel: @Sendable () -> Void
    }

    private struct State {
        var freeCount: Int
        var nextTicket = 0
        /// How often the queue was full.
        var saturationCount = 0
        /// In the order they came.
        var waiting: [Job] = []
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
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = Job(
                    ticket: ticket,
                    run: {
                        let result = Result(catching: work)
                        return { continuation.resume(with: result) }
                    },
                    cancel: { continuation.resume(throwing: CancellationError()) }
                )
                do {
                    if try isNext(job) { pool.submit { _ in self.work(through: job) } }
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        } onCancel: {
            let job = state.withLock { state in
                state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
            }
            job?.cancel()
        }
    }

    /// Takes a free slot for the job and returns true, or lets it wait.
    private func isNext(_ job: Job) throws -> Bool {
        try state.withLock { state in
            // A cancellation after this line finds the job, since it has to wait for the lock.
            if Task.isCancelled { throw CancellationError() }
            if state.freeCount > 0 {
                state.freeCount -= 1
                return true
            }
            guard state.waiting.count < waitingLimit else {
                state.saturationCount += 1
                throw Saturation()
            }
            state.waiting.append(job)
            return false
        }
    }

    /// Does the job and then those that wait, on the thread that is busy anyway, until none is left.
    private func work(through first: Job) {
        var job: Job? = first
        while let current = job {
            let tell = current.run()
            // Before anybody hears of it, so that who asks for a slot then finds this one free.
            job = state.withLock { state in
                if state.waiting.isEmpty {
                    state.freeCount += 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
            tell()
        }
    }
}
