import Foundation
import LogReading
import Purchases
import Signing
import Storage

/// Logs on their way into the store, with a bar on the terminal and a report at the end.
struct LogImport {
    let files: [String]
    let options: PurchaseLog.Options
    let store: any PurchaseStore
    var settings = ImportSettings()
    var rejections: RejectionFile?
    /// Writes a line of the report.
    var say: @Sendable (String) -> Void = { Terminal.output($0) }

    /// How many rejections are shown on the terminal; a file has room for all.
    private static let shownRejections = 10

    /// Imports all logs as one.
    ///
    /// - Parameter onFailure: called with a file that cannot be read; when it does not throw, the others are imported.
    /// - Returns: what came of the logs that could be read.
    func run(onFailure: (String, PurchaseLogError) throws -> Void = { throw $1 }) async throws -> [Reconciliation] {
        var (names, digests, logs): ([String], [String?], [PurchaseLog]) = ([], [], [])
        for file in files {
            let input = try InputFile(file)
            switch opened(input.path) {
            case .success(let log):
                logs.append(log)
                names.append(input.name)
                // Standard input is a file only as long as this one.
                digests.append(settings.isRehearsal ? nil : try Self.digest(of: input.path))
            case .failure(let error): try onFailure(file, error)
            }
        }
        guard !logs.isEmpty else { return [] }
        var settings = settings
        settings.origin = ImportOrigin(
            files: zip(names, digests).map { .init(name: $0, digest: $1) }, time: Timestamp(Int64(Date().timeIntervalSince1970)))
        let bar = ProgressBar(
            "Reading \(names.count == 1 ? names[0] : "\(names.count) logs")", total: logs.reduce(0) { $0 + $1.byteCount })
        defer { bar.clear() }
        let reconciliations: [Reconciliation]
        let outcome: ImportOutcome
        do {
            (reconciliations, outcome) = try await store.importPurchases(
                from: logs, settings, onProgress: bar.update,
                onRejection: { [names, rejections] in try rejections?.append($0, of: names[$1]) }
            )
        } catch let mismatch as CurrencyMismatch {
            throw Failure("nothing was kept. \(mismatch)")
        }
        bar.clear()
        for (place, reconciliation) in reconciliations.enumerated() {
            say("\(names[place]): \(reconciliation)")
            for line in logs[place].summary.lines { say("  \(line)") }
            report(reconciliation)
        }
        for line in outcome.lines(isRehearsal: settings.isRehearsal) { say(line) }
        return reconciliations
    }

    /// Returns SHA-256 of a file's bytes; nil where it cannot be read twice.
    private static func digest(of path: String) throws -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var status = stat()
        guard fstat(file.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var digest = ContentDigest()
        while let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty { digest.append(Array(chunk)) }
        return digest.text
    }

    private func opened(_ path: String) -> Result<PurchaseLog, PurchaseLogError> {
        do throws(PurchaseLogError) { return .success(try PurchaseLog(contentsOf: path, options: options)) } catch {
            return .failure(error)
        }
    }

    private func report(_ reconciliation: Reconciliation) {
        guard rejections == nil else { return }
        for rejection in reconciliation.rejections.prefix(Self.shownRejections) { say("  \(rejection)") }
        let more = reconciliation.rejectedRows - Self.shownRejections
        if more > 0 { say("  and \(more) more; --rejects FILE writes all of them") }
    }
}

extension ImportOutcome {
    /// What became of orders, for the terminal.
    fileprivate func lines(isRehearsal: Bool) -> [String] {
        var text = "\(newOrders) new \(newOrders == 1 ? "order" : "orders"), \(replacedOrders) replaced"
        if extendedOrders > 0 { text += ", \(extendedOrders) with more lines" }
        if unchangedOrders > 0 { text += ", \(unchangedOrders) already there" }
        if isRehearsal { text = "nothing kept: this was a dry run, which would have made \(text)" }
        var lines = [text]
        if knownLines > 0 { lines.append("  \(knownLines) \(knownLines == 1 ? "line was" : "lines were") there already") }
        if restartedOrders > 0 {
            lines.append(
                "  \(restartedOrders) new \(restartedOrders == 1 ? "order has" : "orders have") the id of one that is more than 31 days away, "
                    + "and \(restartedOrders == 1 ? "is" : "are") kept beside it")
        }
        if !changes.isEmpty { lines.append("  orders that changed came to \(sumBefore) and come to \(sumAfter):") }
        lines += changes.map { "    \($0.order) of \($0.user): \($0.before) before, \($0.after) now" }
        let more = replacedOrders + extendedOrders - changes.count
        if more > 0, !changes.isEmpty { lines.append("    and \(more) more") }
        return lines
    }
}
