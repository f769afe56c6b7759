import CoreMetrics
import HTTPTypes

/// What the server counts of each request. All instruments are made beforehand: to note one costs three atomic additions.
struct ServerMetrics: Sendable {
    static let requests = MetricFamily(
        "cartograph_http_requests_total", .counter, "Requests answered, by class of status and by representation.")
    static let durations = MetricFamily(
        "cartograph_http_request_duration_seconds", .histogram, "From a request's header to its response's, by representation.")

    let registry = MetricsRegistry()
    /// By class of status, then by kind.
    private let counters: [[Counter]]
    private let timers: [CoreMetrics.Timer]

    private static let statusClasses = ["1xx", "2xx", "3xx", "4xx", "5xx"]

    init() {
        let registry = registry
        counters = Self.statusClasses.map { status in
            AnswerKind.allCases.map { kind in
                Counter(
                    label: Self.requests.name, dimensions: [("status", status), ("representation", kind.name)], factory: registry
                )
            }
        }
        timers = AnswerKind.allCases.map { kind in
            CoreMetrics.Timer(label: Self.durations.name, dimensions: [("representation", kind.name)], factory: registry)
        }
    }

    func note(_ status: HTTPResponse.Status, _ kind: AnswerKind, time: Duration) {
        counters[min(max(status.code / 100, 1), Self.statusClasses.count) - 1][kind.rawValue].increment()
        let (seconds, attoseconds) = time.components
        timers[kind.rawValue].recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}
