import CoreMetrics
import Synchronization

/// A number that was recorded last.
final class GaugeCell: RecorderHandler {
    /// The bits of a `Double`, which has no atomic form of its own.
    private let bits = Atomic<UInt64>(0)

    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
}
