import ArgumentParser
import Foundation
import Purchases
import Storage

struct Import: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads purchase logs into the database.",
        usage: "cartograph import purchases.csv --database sqlite:shop.sqlite",
        discussion: """
            An order that comes again replaces the earlier one, so importing a file twice changes nothing. \
            Exit status: 0 when every row was accepted, 2 when some were rejected and the rest kept, 1 when nothing was kept.
            """
    )
    static let options = DatabaseOptions.names + ["map", "date-format", "rejects"]
    static let flags = ["dry-run"]

    @Argument(help: ArgumentHelp("Purchase logs: CSV, also gzipped; - for standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var database: DatabaseOptions

    @Option(
        help: ArgumentHelp(
            "A column that the header names otherwise, as in date=\"Purchased on\". May be repeated.", valueName: "field=column"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "The order of the dates, as in MM/DD/YYYY or DD/MM/YYYY; told by the whole file when left out.", valueName: "format"))
    var dateFormat: String?

    @Flag(help: "Read and report, but keep nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("A CSV file for the rejected rows: file, line, column, value, reason.", valueName: "file"))
    var rejects: String?

    func run() async throws {
        let options = try logOptions()
        // A dry run leaves no trace, not even an empty database.
        let store: any PurchaseStore = dryRun ? DiscardingPurchaseStore() : try open(database.database)
        let sink = try rejects.map { try RejectionFile(path: $0) }
        var (accepted, rejected, failed) = (0, 0, 0)
        for file in files {
            do {
                let reconciliation = try await LogImport(file: file, options: options, store: store, rejections: sink).run(isDryRun: dryRun)
                accepted += reconciliation.acceptedRows
                rejected += reconciliation.rejectedRows
            } catch let error as PurchaseLogError {
                failed += 1
                Terminal.error("\(file == "-" ? "standard input" : file): \(error)")
            }
        }
        try sink?.close()
        if accepted == 0 { throw ExitCode(1) }
        if rejected > 0 || failed > 0 { throw ExitCode(2) }
    }

    private func logOptions() throws -> PurchaseLog.Options {
        var options = PurchaseLog.Options()
        do { for mapping in map { try options.map(mapping) } } catch { throw ValidationError("\(error)") }
        if let dateFormat {
            guard let order = DateOrder(pattern: dateFormat) else {
                throw ValidationError("'\(dateFormat)' is no date format: write the order of day, month and year, as in DD/MM/YYYY.")
            }
            options.dateOrder = order
        }
        return options
    }
}

/// Opens the database, or explains on the terminal why it cannot be opened.
func open(_ location: DatabaseLocation) throws -> any PurchaseStore & BucketListStore & LinkStore & MailSubscriptionStore {
    do {
        return try location.open()
    } catch {
        // The detail begins with the place, as it has to in a log.
        let detail = error.detail.map { " (\($0.trimmingPrefix("\(location): ")))" }
        throw Failure("\(location): \(error)\(detail ?? "")")
    }
}
