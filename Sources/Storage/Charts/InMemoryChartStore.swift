public import Purchases

/// A store of charts that forgets everything when it goes away.
public actor InMemoryChartStore: ChartStore {
    private var secret: [UInt8]?
    private var charts: [String: KeptChart] = [:]

    public init() {}

    public func chartSecret(orKeep candidate: [UInt8]) -> [UInt8] {
        let kept = secret ?? candidate
        secret = kept
        return kept
    }

    public func keep(_ chart: KeptChart, within limits: KeptChartLimits, at time: Timestamp) throws {
        guard chart.content.count <= limits.chartSize else { throw KeptChartError.tooLarge(limit: limits.chartSize) }
        charts = charts.filter { $0.value.summary.expiry.map { $0 > time } ?? true }
        if let kept = charts[chart.id] {
            var summary = kept.summary
            summary.expiry = KeptChart.laterExpiry(summary.expiry, chart.summary.expiry)
            summary.lastUse = max(summary.lastUse, chart.summary.lastUse)
            charts[chart.id] = KeptChart(summary, content: kept.content)
            return
        }
        var byteCount = charts.values.reduce(chart.content.count) { $0 + $1.content.count }
        var unused = charts.values.map(\.summary).sorted { ($0.lastUse, $0.creation, $0.id) < ($1.lastUse, $1.creation, $1.id) }[...]
        var leaving: [String] = []
        while charts.count - leaving.count >= limits.count || byteCount > limits.byteCount {
            guard limits.dropsUnused, let first = unused.popFirst() else { throw KeptChartError.full }
            leaving.append(first.id)
            byteCount -= first.byteCount
        }
        for id in leaving { charts[id] = nil }
        charts[chart.id] = chart
    }

    public func chart(_ id: String, at time: Timestamp) -> KeptChart? {
        charts[id].flatMap { chart in chart.summary.expiry.map { $0 > time } ?? true ? chart : nil }
    }

    public func noteUse(ofChart id: String, on day: CalendarDate) {
        guard let chart = charts[id], chart.summary.lastUse < day else { return }
        var summary = chart.summary
        summary.lastUse = day
        charts[id] = KeptChart(summary, content: chart.content)
    }

    public func charts(after last: KeptChart.Summary?, limit: Int) -> [KeptChart.Summary] {
        let all = charts.values.map(\.summary).sorted { ($0.creation, $0.id) < ($1.creation, $1.id) }
        return Array(all.filter { chart in last.map { ($0.creation, $0.id) < (chart.creation, chart.id) } ?? true }.prefix(limit))
    }

    public func removeChart(_ id: String) -> Bool { charts.removeValue(forKey: id) != nil }
}

extension KeptChart {
    /// Returns the later of two times, where nil is never.
    package static func laterExpiry(_ a: Timestamp?, _ b: Timestamp?) -> Timestamp? {
        guard let a, let b else { return nil }
        return max(a, b)
    }
}
