import NIOPosix
import Synchronization

/// A few places for work that takes memory and keeps a processor busy, and a short queue in front of them.
///
///     let bytes = try await admission.run(weight: lines) {
///         try await store.history(of: user)
///     } making: { history in
///         try request.bytes(as: .png, from: history.value, typesetter: typesetter)
///     }
///
/// Work has a weight, about how many purchases it goes through. The light comes before the heavy, but nothing waits for ever: a piece
/// of work is as late as its weight and what was done since it came (self-clocked fair queuing, S. J. Golestani, 1994). Of heavy work
/// there is never so much at once that no place is left for the light.
///
/// What computes runs on threads of its own: Swift's are as few as the processors, and hold up every other request.
final class Admission: Sendable {
    /// The queue is full.
    struct Saturation: Error {}

    private struct Waiter {
        let ticket: Int
        let weight: Int
        /// When it is due, on the clock of work done.
        let due: Int
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var busyCount = 0
        var heavyCount = 0
        var heavyWeight = 0
        /// How much was done when the work that was let in last was due.
        var clock = 0
        var lastTicket = 0
        var saturationCount = 0
        var waiting: [Waiter] = []
        /// When a place became free last.
        var lastLeave: ContinuousClock.Instant
    }

    private let state: Mutex<State>
    private let count: Int
    private let waitingLimit: Int
    private let pool: NIOThreadPool
    private let now: @Sendable () -> ContinuousClock.Instant

    /// What is heavy: several times what most shoppers have bought in their lives.
    static let heavyWeight = 20_000
    /// How much heavy work there may be at once, unless one piece alone is more: about 100 MB.
    private static let heavyLimit = 400_000

    /// - Parameters:
    ///   - count: how many work at once.
    ///   - waitingLimit: how many wait before others are turned away; heavy work takes a quarter of these places at most.
    init(count: Int, waitingLimit: Int, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        state = Mutex(State(lastLeave: now()))
        self.count = count
        self.waitingLimit = waitingLimit
        self.now = now
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// Does the work on a thread of its own as soon as there is a place.
    ///
    /// - Throws: `Saturation` when too many wait; `CancellationError` when the task was cancelled while it waited.
    func run<Value: Sendable>(weight: Int = 1, _ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await run(weight: weight) {
        } making: { _ in
            try work()
        }
    }

    /// Reads something and makes something of it as soon as there is a place for both.
    func run<Source: Sendable, Value: Sendable>(
        weight: Int, reading read: () async throws -> Source, making make: @escaping @Sendable (Source) throws -> Value
    ) async throws -> Value {
        try await admit(weight)
        defer { leave(weight) }
        let source = try await read()
        return try await pool.runIfActive { try make(source) }
    }

    /// Waits for something that another thread or process does, as soon as there is a place.
    func run<Value: Sendable>(weight: Int, waitingFor work: () async throws -> Value) async throws -> Value {
        try await admit(weight)
        defer { leave(weight) }
        return try await work()
    }

    private func admit(_ weight: Int) async throws {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome: Result<Void, any Error>? = state.withLock { state in
                    // A cancellation after this line finds the waiter, since it has to wait for the lock.
                    if Task.isCancelled { return .failure(CancellationError()) }
                    let waiter = Waiter(ticket: ticket, weight: weight, due: state.clock + max(1, weight), continuation: continuation)
                    if hasPlace(for: weight, state), !state.waiting.contains(where: { hasPlace(for: $0.weight, state) }) {
                        enter(waiter, &state)
                        return .success(())
                    }
                    guard isRoomToWait(for: weight, state) else {
                        state.saturationCount += 1
                        return .failure(Saturation())
                    }
                    state.waiting.append(waiter)
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private func hasPlace(for weight: Int, _ state: State) -> Bool {
        guard state.busyCount < count else { return false }
        guard weight > Self.heavyWeight, state.heavyCount > 0 else { return true }
        return state.heavyCount < count - 1 && state.heavyWeight + weight <= Self.heavyLimit
    }

    private func isRoomToWait(for weight: Int, _ state: State) -> Bool {
        guard state.waiting.count < waitingLimit else { return false }
        return weight <= Self.heavyWeight || state.waiting.count { $0.weight > Self.heavyWeight } < max(1, waitingLimit / 4)
    }

    private func enter(_ waiter: Waiter, _ state: inout State) {
        state.busyCount += 1
        state.clock = max(state.clock, waiter.due)
        if waiter.weight > Self.heavyWeight {
            state.heavyCount += 1
            state.heavyWeight += waiter.weight
        }
    }

    private func leave(_ weight: Int) {
        let time = now()
        let admitted = state.withLock { state in
            state.busyCount -= 1
            state.lastLeave = time
            if weight > Self.heavyWeight {
                state.heavyCount -= 1
                state.heavyWeight -= weight
            }
            var admitted: [Waiter] = []
            while let index = nextIndex(state) {
                let waiter = state.waiting.remove(at: index)
                enter(waiter, &state)
                admitted.append(waiter)
            }
            return admitted
        }
        for waiter in admitted { waiter.continuation.resume() }
    }

    /// The one that is due first of those for which there is a place.
    private func nextIndex(_ state: State) -> Int? {
        state.waiting.indices.filter { hasPlace(for: state.waiting[$0].weight, state) }.min { a, b in
            (state.waiting[a].due, state.waiting[a].ticket) < (state.waiting[b].due, state.waiting[b].ticket)
        }
    }
}

extension Admission {
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
            Load(slotCount: count, busyCount: $0.busyCount, waitingCount: $0.waiting.count, saturationCount: $0.saturationCount)
        }
    }

    /// How many wait.
    var waitingCount: Int { load.waitingCount }

    /// Whether work gets done: there is a place, or there was one not long ago. What is busy is not stuck.
    func isAdvancing(within time: Duration) -> Bool {
        let now = now()
        return state.withLock { $0.busyCount < count || $0.lastLeave.duration(to: now) < time }
    }
}
