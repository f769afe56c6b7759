public import LogReading
public import Purchases
import Synchronization

extension PurchaseStore {
    /// Reads a log and keeps its purchases; rows that cannot be read are left out and reported.
    ///
    /// - Parameters:
    ///   - onProgress: called now and then with the bytes of the file read so far.
    ///   - onRejection: called for every rejected row, in order.
    /// - Throws: `StorageError` or `PurchaseLogError`; nothing of the log is kept then.
    public func importPurchases(
        from log: PurchaseLog, onProgress: @escaping @Sendable (Int) -> Void = { _ in },
        onRejection: @escaping @Sendable (Rejection) throws -> Void = { _ in }
    ) async throws -> (reconciliation: Reconciliation, outcome: ImportOutcome) {
        let progress = Shared(Mutex(LogProgress(rows: try log.rows(), reconciliation: Reconciliation(of: log))))
        // Reading takes about as long as a third of writing, and a second core does it meanwhile.
        let batches = ReadAhead(depth: 4, isLast: { $0.isEmpty }) {
            let (purchases, bytesRead) = try progress.value.withLock { progress in
                (try progress.nextBatch(onRejection: onRejection), progress.rows.bytesRead)
            }
            onProgress(bytesRead)
            return purchases
        }
        defer { batches.stop() }
        let outcome = try await importPurchases { try batches.next() }
        return (progress.value.withLock { $0.reconciliation }, outcome)
    }
}

/// A log that is being read.
private struct LogProgress: ~Copyable {
    var rows: PurchaseLog.Rows
    var reconciliation: Reconciliation

    private static let batchSize = 2_048

    /// Returns the next purchases, none after the last.
    mutating func nextBatch(onRejection: (Rejection) throws -> Void) throws -> [Purchase] {
        var purchases: [Purchase] = []
        purchases.reserveCapacity(Self.batchSize)
        while purchases.count < Self.batchSize, let row = try rows.next() {
            reconciliation.record(row)
            switch row {
            case .purchase(let purchase, _): purchases.append(purchase)
            case .rejected(let rejection): try onRejection(rejection)
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
