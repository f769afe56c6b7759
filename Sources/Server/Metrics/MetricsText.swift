/// Metrics as the text format of Prometheus writes them (version 0.0.4).
struct MetricsText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Appends a family of one number.
    mutating func append(_ family: MetricFamily, _ value: Double, labels: MetricLabels = MetricLabels()) {
        open(family)
        line(family.name, labels, Self.number(value))
    }

    /// Appends the instruments of a family; nothing where there is none yet.
    mutating func append(_ family: MetricFamily, _ samples: some Sequence<MetricsRegistry.Sample>) {
        let samples = samples.filter { $0.name == family.name }
        guard !samples.isEmpty else { return }
        open(family)
        for sample in samples {
            switch sample.cell {
            case .counter(let cell): line(family.name, sample.labels, String(cell.total))
            case .gauge(let cell): line(family.name, sample.labels, Self.number(cell.value))
            case .histogram(let cell): append(cell, family.name, sample.labels)
            }
        }
    }

    private mutating func append(_ histogram: HistogramCell, _ name: String, _ labels: MetricLabels) {
        let counts = histogram.cumulativeCounts
        for (bound, count) in zip(HistogramCell.bounds.map(Self.number) + ["+Inf"], counts) {
            line("\(name)_bucket", labels.adding("le", bound), String(count))
        }
        line("\(name)_sum", labels, Self.number(histogram.totalSeconds))
        line("\(name)_count", labels, String(counts[counts.count - 1]))
    }

    private mutating func open(_ family: MetricFamily) {
        text += "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) \(family.kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: MetricLabels, _ value: String) {
        text += "\(name)\(labels.text.isEmpty ? "" : "{\(labels.text)}") \(value)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 9e15 ? String(Int(value)) : "\(value)"
    }
}
