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
                    label: Self.requests.name, dimensions: [("status", status), ("representation", kind.rawValue)], factory: registry
                )
            }
        }
        timers = AnswerKind.allCases.map { kind in
            CoreMetrics.Timer(label: Self.durations.name, dimensions: [("representation", kind.rawValue)], factory: registry)
        }
    }

    func note(_ status: HTTPResponse.Status, _ kind: AnswerKind, time: Duration) {
        let index = kind.index
        counters[min(max(status.code / 100, 1), Self.statusClasses.count) - 1][index].increment()
        let (seconds, attoseconds) = time.components
        timers[index].recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }
}

extension AnswerKind {
    /// The place among all kinds.
    fileprivate var index: Int {
        switch self {
        case .json: 0
        case .csv: 1
        case .png: 2
        case .svg: 3
        case .pdf: 4
        case .txt: 5
        case .html: 6
        case .eml: 7
        case .problem: 8
        case .other: 9
        }
    }
}
