import Synchronization

/// Does the work, and waits for its end only until the task is cancelled: a thread that inflates a file cannot be stopped, and must not hold
/// up a server that is told to stop.
func abandonable<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let outcome = Outcome<Value>()
    let task = Task {
        do { outcome.settle(.success(try await work())) } catch { outcome.settle(.failure(error)) }
    }
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { outcome.wait($0) }
    } onCancel: {
        task.cancel()
        outcome.settle(.failure(CancellationError()))
    }
}

/// What comes first of the work's end and of giving up.
private final class Outcome<Value: Sendable>: Sendable {
    private struct State {
        var result: Result<Value, any Error>?
        var waiter: CheckedContinuation<Value, any Error>?
    }

    private let state = Mutex(State())

    func settle(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            if case .some = state.result { return nil }
            state.result = result
            return state.waiter.take()
        }
        waiter?.resume(with: result)
    }

    func wait(_ continuation: CheckedContinuation<Value, any Error>) {
        let result = state.withLock { state in
            if case .none = state.result { state.waiter = continuation }
            return state.result
        }
        if let result { continuation.resume(with: result) }
    }
}
