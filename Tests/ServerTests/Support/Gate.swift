import Dispatch
import Synchronization

/// Holds a thread until a test opens it.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let hasEntered = Mutex(false)
    private let isOpen = Mutex(false)

    /// Waits until the gate is open; call it on a thread that may be held.
    func wait() {
        hasEntered.withLock { $0 = true }
        semaphore.wait()
    }

    /// Lets one thread through that waits, and every task.
    func open() {
        isOpen.withLock { $0 = true }
        semaphore.signal()
    }

    /// Returns once the gate is open, holding no thread meanwhile.
    func opened() async {
        hasEntered.withLock { $0 = true }
        try? await until { self.isOpen.withLock { $0 } }
    }

    /// Returns once somebody waits.
    func entered() async {
        try? await until { self.hasEntered.withLock { $0 } }
    }
}

/// Counts who is in, and how many were in at once.
final class Counter: Sendable {
    private let state = Mutex((current: 0, highest: 0))

    var highest: Int { state.withLock { $0.highest } }

    func enter() {
        state.withLock { state in
            state.current += 1
            state.highest = max(state.highest, state.current)
        }
    }

    func leave() { state.withLock { $0.current -= 1 } }
}

/// Returns once the condition holds; a test that hangs here is stopped by its time limit.
func until(_ condition: @Sendable () async -> Bool) async throws {
    while !(await condition()) { try await Task.sleep(for: .milliseconds(5)) }
}
