import Synchronization

/// Work that several ask for at once is done once, for all of them.
///
///     let picture = try await flights.value(for: key) { try await draw() }
///
/// Whoever is cancelled leaves the others; the work is cancelled when nobody waits for it any more.
final class SingleFlight<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Flight {
        let number: Int
        var task: Task<Void, Never>?
        var waiters: [Int: CheckedContinuation<Value, any Error>] = [:]
    }

    private struct State {
        var flights: [Key: Flight] = [:]
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }
    }

    private let state = Mutex(State())

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.flights.values.reduce(0) { $0 + $1.waiters.count } } }

    func value(for key: Key, _ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let ticket = state.withLock { $0.nextNumber() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isLate = state.withLock { state in
                    // A cancellation after this line finds the waiter, since it has to wait for the lock.
                    if Task.isCancelled { return true }
                    if state.flights[key] == nil {
                        let number = state.nextNumber()
                        state.flights[key] = Flight(number: number, task: task(for: key, number, make))
                    }
                    state.flights[key]?.waiters[ticket] = continuation
                    return false
                }
                if isLate { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            leave(key, ticket)
        }
    }

    private func task(for key: Key, _ number: Int, _ make: @escaping @Sendable () async throws -> Value) -> Task<Void, Never> {
        Task {
            let result: Result<Value, any Error>
            do { result = .success(try await make()) } catch { result = .failure(error) }
            let waiters = state.withLock { state in
                guard state.flights[key]?.number == number else { return [Int: CheckedContinuation<Value, any Error>]() }
                return state.flights.removeValue(forKey: key)?.waiters ?? [:]
            }
            for waiter in waiters.values { waiter.resume(with: result) }
        }
    }

    private func leave(_ key: Key, _ ticket: Int) {
        let (waiter, task) = state.withLock { state -> (CheckedContinuation<Value, any Error>?, Task<Void, Never>?) in
            guard let waiter = state.flights[key]?.waiters.removeValue(forKey: ticket) else { return (nil, nil) }
            // Who comes after the last has left begins anew.
            let isLast = state.flights[key]?.waiters.isEmpty ?? false
            return (waiter, isLast ? state.flights.removeValue(forKey: key)?.task : nil)
        }
        task?.cancel()
        waiter?.resume(throwing: CancellationError())
    }
}
