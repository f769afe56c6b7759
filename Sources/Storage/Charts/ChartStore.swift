public import Purchases

/// Where charts are kept that came with a request.
///
/// Every implementation passes the same tests, `ChartStoreTests`. What was acknowledged is on the disk, and seen by every server.
public protocol ChartStore: Sendable {
    /// Returns the secret that ids of this database's charts are made with; the first time, `candidate` becomes it.
    func chartSecret(orKeep candidate: [UInt8]) async throws(StorageError) -> [UInt8]

    /// Keeps a chart. One that is kept already lasts until the later of both times, and counts as used. What has expired is forgotten.
    ///
    /// - Throws: `KeptChartError` or `StorageError`.
    func keep(_ chart: KeptChart, within limits: KeptChartLimits, at time: Timestamp) async throws

    /// Returns a chart that has not expired; nil where there is none.
    func chart(_ id: String, at time: Timestamp) async throws(StorageError) -> KeptChart?

    /// Writes down that a chart was asked for, unless a later day is written down.
    func noteUse(ofChart id: String, on day: CalendarDate) async throws(StorageError)

    /// Returns what is kept, expired ones that were not forgotten yet too, the oldest first.
    ///
    /// - Parameter last: the last of those that are known; nil to begin.
    func charts(after last: KeptChart.Summary?, limit: Int) async throws(StorageError) -> [KeptChart.Summary]

    /// Forgets a chart, and returns whether there was one.
    func removeChart(_ id: String) async throws(StorageError) -> Bool
}
