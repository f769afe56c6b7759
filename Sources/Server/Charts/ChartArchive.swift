import Caching
import ChartSpecs
import Purchases
import Signing
public import Storage
import Synchronization

/// Charts that are kept: gives them their ids, and knows for a moment what it has looked up.
final class ChartArchive: Sendable {
    private struct Known {
        var content: KeptChartContent
        var expiry: Timestamp?
        var end: ContinuousClock.Instant

        func isOver(at time: Timestamp) -> Bool { expiry.map { $0 <= time } ?? false }
    }

    private struct State {
        var secret: [UInt8]?
        var charts: LRUCache<String, Known>
        /// Whose use was written down, and on which day.
        var uses = LRUCache<String, CalendarDate>(capacity: 10_000)
    }

    let limits: KeptChartLimits
    private let store: any ChartStore
    /// Tells the time, in seconds since 1970 UTC.
    private let now: @Sendable () -> Int64
    private let lifetime: Duration
    private let state: Mutex<State>

    /// Bytes of contents that are known for a moment.
    private static let capacity = 32 << 20

    /// - Parameter lifetime: how long it is taken for granted that a chart is still there.
    init(
        store: any ChartStore, limits: KeptChartLimits, lifetime: Duration = .seconds(1), now: @escaping @Sendable () -> Int64
    ) {
        (self.store, self.limits, self.lifetime, self.now) = (store, limits, lifetime, now)
        state = Mutex(State(charts: LRUCache(capacity: Self.capacity)))
    }

    /// Keeps a chart, and returns its id, the same for the same chart.
    ///
    /// - Throws: `KeptChartError` or `StorageError`.
    func keep(_ content: KeptChartContent, titled title: String, until expiry: Timestamp?) async throws -> String {
        let bytes = content.bytes
        let id = ContentID.text(of: bytes, secret: try await secret())
        let time = Timestamp(now())
        try await store.keep(
            KeptChart(id: id, title: title, content: bytes, creation: time, expiry: expiry), within: limits, at: time)
        return id
    }

    /// Returns a kept chart and when it is forgotten; nil where there is none.
    func chart(_ id: String) async throws(StorageError) -> (content: KeptChartContent, expiry: Timestamp?)? {
        guard ContentID.isOne(id) else { return nil }
        let time = Timestamp(now())
        if let known = known(id), !known.isOver(at: time) { return (known.content, known.expiry) }
        let end = ContinuousClock.now + lifetime
        // What is not there is not remembered, so that what is kept is there at once.
        guard let kept = try await store.chart(id, at: time), let content = KeptChartContent(bytes: kept.content) else { return nil }
        let known = Known(content: content, expiry: kept.summary.expiry, end: end)
        state.withLock { $0.charts.insert(known, for: id, cost: 2 * kept.content.count + 500) }
        try await noteUse(of: kept.summary, on: time.day)
        return (content, known.expiry)
    }

    /// Whether a chart is known, without asking for it, to be there.
    func isKnown(_ id: String) -> Bool {
        guard let known = known(id) else { return false }
        return !known.isOver(at: Timestamp(now()))
    }

    private func known(_ id: String) -> Known? {
        let time = ContinuousClock.now
        return state.withLock { $0.charts.value(for: id) }.flatMap { $0.end > time ? $0 : nil }
    }

    private func secret() async throws(StorageError) -> [UInt8] {
        if let secret = state.withLock({ $0.secret }) { return secret }
        var generator = SystemRandomNumberGenerator()
        let candidate = (0..<ContentID.secretLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let secret = try await store.chartSecret(orKeep: candidate)
        state.withLock { $0.secret = secret }
        return secret
    }

    /// Writes down once a day that a chart is in use.
    private func noteUse(of chart: KeptChart.Summary, on day: CalendarDate) async throws(StorageError) {
        guard limits.dropsUnused, chart.lastUse < day, state.withLock({ $0.uses.value(for: chart.id) }) != day else { return }
        try await store.noteUse(ofChart: chart.id, on: day)
        state.withLock { $0.uses.insert(day, for: chart.id, cost: 1) }
    }
}
