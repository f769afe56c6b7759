import CoreMetrics
import Synchronization

/// What was counted and timed, to be read by a Prometheus server: a backend of swift-metrics.
///
///     let registry = MetricsRegistry()
///     Counter(label: "cartograph_http_requests_total", dimensions: [("status", "2xx")], factory: registry).increment()
///     registry.samples
///
/// Making an instrument takes a lock, using it does not.
final class MetricsRegistry: MetricsFactory {
    /// An instrument with its labels.
    struct Sample: Sendable {
        enum Cell: Sendable {
            case counter(CounterCell)
            case gauge(GaugeCell)
            case histogram(HistogramCell)
        }

        let name: String
        let labels: MetricLabels
        let cell: Cell
    }

    private struct Key: Hashable {
        var name: String
        var labels: MetricLabels
    }

    /// Beyond so many, which no set of bounded labels comes to, new instruments count nothing.
    private static let limit = 2_000

    private let cells = Mutex<[Key: Sample.Cell]>([:])

    /// All instruments, by name and labels.
    var samples: [Sample] {
        cells.withLock { $0.map { Sample(name: $0.key.name, labels: $0.key.labels, cell: $0.value) } }
            .sorted { ($0.name, $0.labels.text) < ($1.name, $1.labels.text) }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        guard case .counter(let cell)? = cell(label, dimensions, or: .counter(CounterCell())) else { return NOOPMetricsHandler.instance }
        return cell
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard case .gauge(let cell)? = cell(label, dimensions, or: .gauge(GaugeCell())) else { return NOOPMetricsHandler.instance }
        return cell
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        guard case .histogram(let cell)? = cell(label, dimensions, or: .histogram(HistogramCell())) else {
            return NOOPMetricsHandler.instance
        }
        return cell
    }

    // What was counted stays readable when its instrument is gone.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    /// Returns the cell of that name and these labels, or keeps a new one; nil when there are too many.
    private func cell(_ name: String, _ dimensions: [(String, String)], or new: Sample.Cell) -> Sample.Cell? {
        let key = Key(name: name, labels: MetricLabels(dimensions))
        return cells.withLock { cells in
            if let known = cells[key] { return known }
            guard cells.count < Self.limit else { return nil }
            cells[key] = new
            return new
        }
    }
}
