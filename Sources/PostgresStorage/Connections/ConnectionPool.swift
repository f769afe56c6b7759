import Dispatch
import Storage
import Synchronization

/// A few connections that many tasks share. Who finds all in use waits in line, but not for ever.
final class ConnectionPool: Sendable {
    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<ConnectionLane, any Error>
    }

    private struct State {
        /// The one used last comes first, so that few connections are made when few are needed.
        var idle: [ConnectionLane]
        var waiters: [Waiter] = []
        var lastID = 0
        /// Who was cancelled before waiting.
        var cancelled: Set<Int> = []
    }

    private let state: Mutex<State>
    private let size: Int
    private let patience: Duration

    /// - Parameter patience: How long somebody waits for a connection.
    init(to address: PostgresAddress, size: Int, limits: SessionLimits, patience: Duration) {
        self.size = size
        self.patience = patience
        state = Mutex(State(idle: (0..<size).map { ConnectionLane(to: address, limits: limits, label: "purchases.\($0)") }))
    }

    /// Does the work on one of the connections.
    func run<Value: Sendable>(_ work: @Sendable (Connection) throws -> Value) async throws -> Value {
        let lane = try await take()
        defer { giveBack(lane) }
        return try await lane.run(work)
    }

    private func take() async throws -> ConnectionLane {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        defer { _ = state.withLock { $0.cancelled.remove(id) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(Waiter(id: id, continuation: $0)) }
        } onCancel: {
            giveUp(id, because: .cancelled)
        }
    }

    private func wait(_ waiter: Waiter) {
        let lane: Result<ConnectionLane, any Error>? = state.withLock { state in
            if state.cancelled.remove(waiter.id) != nil { return .failure(StorageError.cancelled) }
            if let lane = state.idle.popLast() { return .success(lane) }
            state.waiters.append(waiter)
            return nil
        }
        if let lane { return waiter.continuation.resume(with: lane) }
        let milliseconds = Int(patience / .milliseconds(1))
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
            guard let self else { return }
            giveUp(waiter.id, because: .unavailable(detail: "all \(size) connections were in use for \(patience)"))
        }
    }

    private func giveUp(_ id: Int, because error: StorageError) {
        let waiter: Waiter? = state.withLock { state in
            if let place = state.waiters.firstIndex(where: { $0.id == id }) { return state.waiters.remove(at: place) }
            if error == .cancelled { state.cancelled.insert(id) }
            return nil
        }
        waiter?.continuation.resume(throwing: error)
    }

    private func giveBack(_ lane: ConnectionLane) {
        let waiter: Waiter? = state.withLock { state in
            guard state.waiters.isEmpty else { return state.waiters.removeFirst() }
            state.idle.append(lane)
            return nil
        }
        waiter?.continuation.resume(returning: lane)
    }
}
