import Dispatch
import Foundation
import Synchronization

/// Makes values on a thread of its own, a few ahead of whoever takes them.
///
///     let batches = ReadAhead(depth: 4) { try rows.nextBatch() }
///     defer { batches.stop() }
///     while case let batch = try batches.next(), !batch.isEmpty { … }
final class ReadAhead<Value: Sendable>: Sendable {
    private struct State {
        var results: [Result<Value, any Error>] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    /// Made with 0 and raised: libdispatch traps when a semaphore goes away below the value it was made with.
    private let free = DispatchSemaphore(value: 0)
    private let made = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - depth: how many values may wait to be taken.
    ///   - make: makes the next value; after an error, or after a value that `isLast`, it is not called again.
    init(depth: Int, isLast: @escaping @Sendable (Value) -> Bool, make: @escaping @Sendable () throws -> Value) {
        for _ in 0..<depth { free.signal() }
        // Work that waits for others must not occupy one of the few threads that tasks run on.
        Thread { [self] in
            while true {
                free.wait()
                guard !state.withLock({ $0.isStopped }) else { return }
                let result = Result { try make() }
                state.withLock { $0.results.append(result) }
                made.signal()
                guard case .success(let value) = result, !isLast(value) else { return }
            }
        }.start()
    }

    /// Waits for the next value. Not to be called again after the last one or an error.
    func next() throws -> Value {
        made.wait()
        let result = state.withLock { $0.results.removeFirst() }
        free.signal()
        return try result.get()
    }

    /// Lets the thread end though not all was taken.
    func stop() {
        state.withLock { $0.isStopped = true }
        free.signal()
    }
}
