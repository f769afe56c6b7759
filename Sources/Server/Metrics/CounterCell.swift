import CoreMetrics
import Synchronization

/// A number that only grows, counted without a lock.
final class CounterCell: CounterHandler {
    private let value = Atomic(0)

    var total: Int { value.load(ordering: .relaxed) }

    func increment(by amount: Int64) { value.wrappingAdd(Int(amount), ordering: .relaxed) }

    func reset() { value.store(0, ordering: .relaxed) }
}
