public import LogReading
public import Purchases
import Synchronization

extension PurchaseStore {
    /// Reads logs and keeps their purchases as one import, so that an order that is cut between two of them is whole; rows that cannot be
    /// read are left out and reported.
    ///
    /// - Parameters:
    ///   - onProgress: called now and then with the bytes of the files read so far.
    ///   - onRejection: called for every rejected row, in order, with the place of its log.
    /// - Throws: `StorageError`, `PurchaseLogError`, or `CurrencyMismatch`; nothing of the logs is kept then.
    public func importPurchases(
        from logs: [PurchaseLog], _ settings: ImportSettings = ImportSettings(), onProgress: @escaping @Sendable (Int) -> Void = { _ in },
        onRejection: @escaping @Sendable (Rejection, Int) throws -> Void = { _, _ in }
    ) async throws -> (reconciliations: [Reconciliation], outcome: ImportOutcome) {
        guard let first = logs.first else { return ([], ImportOutcome()) }
        var settings = settings
        for log in logs {
            // Signs that several countries have name no currency.
            guard let code = log.summary.currency?.code, code.utf8.count == 3 else { continue }
            if let other = settings.currency, other != code { throw CurrencyMismatch(kept: other, coming: code) }
            settings.currency = code
        }
        let reading = Shared(Mutex(try LogsInReading(first, Array(logs.dropFirst()))))
        // Reading takes about as long as a third of writing, and a second core does it meanwhile.
        let batches = ReadAhead(depth: 4, isLast: { $0.isEmpty }) {
            let (purchases, bytesRead) = try reading.value.withLock { reading in
                (try reading.nextBatch(onRejection: onRejection), reading.bytesRead)
            }
            onProgress(bytesRead)
            return purchases
        }
        defer { batches.stop() }
        let outcome = try await importPurchases(settings) { try batches.next() }
        return (reading.value.withLock { $0.reconciliations }, outcome)
    }

    /// Reads one log likewise.
    public func importPurchases(
        from log: PurchaseLog, _ settings: ImportSettings = ImportSettings()
    ) async throws -> (reconciliation: Reconciliation, outcome: ImportOutcome) {
        let (reconciliations, outcome) = try await importPurchases(from: [log], settings)
        return (reconciliations.first ?? Reconciliation(of: log), outcome)
    }
}

/// Logs that are being read, one after the other.
private struct LogsInReading: ~Copyable {
    private let logs: [PurchaseLog]
    private var place = 0
    private var rows: PurchaseLog.Rows
    private var bytesBefore = 0
    var reconciliations: [Reconciliation]

    private static let batchSize = 2_048

    init(_ first: PurchaseLog, _ others: [PurchaseLog]) throws {
        logs = [first] + others
        reconciliations = logs.map { Reconciliation(of: $0) }
        rows = try first.rows()
    }

    var bytesRead: Int { place < logs.count ? bytesBefore + rows.bytesRead : bytesBefore }

    /// Returns the next purchases, none after the last.
    mutating func nextBatch(onRejection: (Rejection, Int) throws -> Void) throws -> [Purchase] {
        var purchases: [Purchase] = []
        purchases.reserveCapacity(Self.batchSize)
        while purchases.count < Self.batchSize, place < logs.count {
            guard let row = try rows.next() else {
                bytesBefore += logs[place].byteCount
                place += 1
                if place < logs.count { rows = try logs[place].rows() }
                continue
            }
            reconciliations[place].record(row)
            switch row {
            case .purchase(let purchase, _): purchases.append(purchase)
            case .rejected(let rejection): try onRejection(rejection, place)
            case .leftOut: break
            }
        }
        return purchases
    }
}

/// A noncopyable value that closures share.
private final class Shared<Value: ~Copyable & Sendable>: Sendable {
    let value: Value

    init(_ value: consuming Value) { self.value = value }
}
