import Dispatch

/// Does work that blocks its thread, one piece after the other, on a queue of its own: it must not occupy one of the few threads that tasks
/// run on.
package actor WorkLane {
    private let executor: QueueExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(label: String) { executor = QueueExecutor(label: label) }

    package func run<Value: Sendable>(_ work: @Sendable () throws -> Value) throws -> Value { try work() }
}

/// Runs an actor's work on a queue of its own.
package final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    package init(label: String) { queue = DispatchQueue(label: label) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    package func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
