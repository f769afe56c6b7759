import Foundation
import LogReading
import Purchases
import Storage

/// One log on its way into the store, with a bar on the terminal and a report at the end.
struct LogImport {
    let file: String
    let options: PurchaseLog.Options
    let store: any PurchaseStore
    let rejections: RejectionFile?
    /// Writes a line of the report.
    var say: @Sendable (String) -> Void = { Terminal.output($0) }

    /// How many rejections are shown on the terminal; a file has room for all.
    private static let shownRejections = 10

    func run(isDryRun: Bool = false) async throws -> Reconciliation {
        let input = try InputFile(file)
        let log = try PurchaseLog(contentsOf: input.path, options: options)
        let bar = ProgressBar("Reading \(input.name)", total: log.byteCount)
        let (name, rejections) = (input.name, rejections)
        defer { bar.clear() }
        let (reconciliation, outcome) = try await store.importPurchases(
            from: log, onProgress: bar.update, onRejection: { try rejections?.append($0, of: name) }
        )
        bar.clear()
        say("\(name): \(reconciliation)")
        for line in log.summary.lines { say("  \(line)") }
        report(reconciliation)
        say(isDryRun ? "nothing kept: this was a dry run" : outcome.summary)
        return reconciliation
    }

    private func report(_ reconciliation: Reconciliation) {
        guard rejections == nil else { return }
        for rejection in reconciliation.rejections.prefix(Self.shownRejections) { say("  \(rejection)") }
        let more = reconciliation.rejectedRows - Self.shownRejections
        if more > 0 { say("  and \(more) more; --rejects FILE writes all of them") }
    }
}

extension ImportOutcome {
    fileprivate var summary: String {
        "\(newOrders) new \(newOrders == 1 ? "order" : "orders"), \(replacedOrders) replaced"
    }
}
