import ArgumentParser
import Foundation
import LogReading
import PostgresStorage
import Purchases
import Storage

struct Import: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads purchase logs into the database.",
        usage: "cartograph import purchases.csv --database sqlite:shop.sqlite",
        discussion: """
            A log is a CSV file in any dialect and encoding, gzipped or zipped or not, or an Excel workbook. What it leaves open is asked \
            about: nothing is kept, and the options that answer are shown. `price` is the price of one unit, `total` the sum of a line. \
            An order that comes again replaces the earlier one, so importing a file twice changes nothing; where the log names no order, \
            lines that are there already are told by what they say, and more of them are new. Several files are one log. \
            Exit status: 0 when every row was accepted, 2 when some were rejected and the rest kept, 1 when nothing was kept.
            """
    )
    static let options = DatabaseOptions.names + LogOptions.names + ["rejects"]
    static let flags = ["dry-run", "replace", "add"] + LogOptions.flags

    @Argument(help: ArgumentHelp("Purchase logs: CSV, also gzipped or zipped, or .xlsx; - for standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var log: LogOptions

    @Flag(help: "Read and report, also what would become of orders in the database, but keep nothing.")
    var dryRun = false

    @Flag(help: "What comes takes the place of what is kept of the same order, or, where the log names none, of the same shopper and day.")
    var replace = false

    @Flag(help: "Every row is new, whatever is kept.")
    var add = false

    @Option(help: ArgumentHelp("A CSV file for the rejected rows: file, line, column, value, reason, remedy.", valueName: "file"))
    var rejects: String?

    func validate() throws {
        if replace, add { throw ValidationError("--replace takes away what --add keeps: give one of the two.") }
    }

    func run() async throws {
        let settings = ImportSettings(rule: replace ? .replace : add ? .add : .standard, isRehearsal: dryRun)
        let sink = try rejects.map { try RejectionFile(path: $0) }
        var failed = 0
        let reconciliations = try await LogImport(
            files: files, options: log.reading, store: store(), settings: settings, rejections: sink
        ).run { file, error in
            failed += 1
            Terminal.error("\(file == "-" ? "standard input" : file): \(error.told(of: file))")
        }
        try sink?.close()
        if reconciliations.allSatisfy({ $0.acceptedRows == 0 }) { throw ExitCode(1) }
        if failed > 0 || reconciliations.contains(where: { $0.rejectedRows > 0 }) { throw ExitCode(2) }
    }

    private func store() throws -> any PurchaseStore {
        // A dry run leaves no trace, not even an empty database.
        if dryRun, case .sqlite(let path) = try database.database, !FileManager.default.fileExists(atPath: path) {
            return DiscardingPurchaseStore()
        }
        return try open(database.database, mayBeNew: !dryRun)
    }
}

extension PurchaseLogError {
    /// What is wrong or open; for each answer the command to type.
    fileprivate func told(of file: String) -> String {
        guard case .questions(let questions) = self else { return "\(self)" }
        let lines = questions.flatMap { question in
            [question.text] + question.choices.map { "  cartograph import \(file) \($0.argument)    \($0.meaning)" }
        }
        let hint = questions.contains { $0.likelier != nil } ? ["  --yes takes the first of each"] : []
        return (["nothing was kept, since the log leaves something open."] + lines + hint).joined(separator: "\n")
    }
}

/// Opens the database, or explains on the terminal why it cannot be opened.
///
/// - Parameter mayBeNew: whether the command makes a database where there is none. One that only reads would leave an empty file behind, and
///   find nothing in it.
func open(
    _ location: DatabaseLocation, mayBeNew: Bool = false, replica: PostgresAddress? = nil,
    onReplicaChange: @escaping @Sendable (StorageError?) -> Void = { _ in }
) throws -> any Database {
    if !mayBeNew, case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
        throw Failure(
            "There is no database \(location): 'cartograph import FILE' makes one. Another is named by --database, "
                + "CARTOGRAPH_DATABASE or a .env file."
        )
    }
    do {
        return try location.open(replica: replica, onReplicaChange: onReplicaChange)
    } catch {
        // The detail begins with the place, as it has to in a log.
        let detail = error.detail.map { " (\($0.trimmingPrefix("\(location): ")))" }
        throw Failure("\(location): \(error)\(detail ?? "")")
    }
}
