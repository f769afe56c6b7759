import ArgumentParser
import Foundation
import Purchases
import Server
import Storage

struct Imports: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what was imported when, and undoes the last import.",
        usage: """
            cartograph imports
            cartograph imports undo
            """,
        discussion: """
            The last import that changed anything can be undone, whole or not at all: every shopper has the purchases from before it again. \
            Who was forgotten since stays forgotten.
            """,
        subcommands: [List.self, Undo.self], defaultSubcommand: List.self
    )
    /// Those of the list, which is what there is without a command of its own.
    static let options = List.options
    static let flags = List.flags

    struct List: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them, the last first.")
        static let options = DatabaseOptions.names + ["limit"]
        static let flags = ["json"]
        @Option(help: ArgumentHelp("The most that are listed.", valueName: "count")) var limit = 20
        @Flag(help: "As JSON, as GET /api/imports answers.") var json = false
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            guard (1...1_000).contains(limit) else { throw ValidationError("--limit is a number from 1 to 1000.") }
        }

        func run() async throws {
            let store = try open(database.database)
            let records: [ImportRecord]
            do { records = try await store.imports(before: nil, limit: limit) } catch { throw Failure("\(error)") }
            if json { return Terminal.output(ImportRecords.text(of: records)) }
            for record in records { for line in record.lines { Terminal.output(line) } }
            if records.isEmpty { Terminal.output("no imports") }
        }
    }

    struct Undo: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes everything as it was before the last import.")
        static let options = DatabaseOptions.names
        @Argument(help: "The number of the import that is meant; without it whichever is the last.") var number: Int?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let store = try open(database.database)
            do {
                let record = try await store.undoLastImport(number, at: Timestamp(Int64(Date().timeIntervalSince1970)))
                Terminal.output("undone: import \(record.number)\(record.names.map { " of \($0)" } ?? "")")
            } catch let refusal as UndoRefusal {
                throw Failure("\(refusal)")
            } catch let error as StorageError {
                throw Failure("\(error)")
            }
        }
    }
}

extension ImportRecord {
    /// The files, as a sentence names them; nil where none is known.
    fileprivate var names: String? {
        guard let first = files.first else { return nil }
        return files.count == 1 ? first.name : "\(first.name) and \(files.count - 1) more"
    }

    /// As a list shows it.
    fileprivate var lines: [String] {
        var words = "\(outcome.newOrders) new \(outcome.newOrders == 1 ? "order" : "orders"), \(outcome.replacedOrders) replaced"
        if outcome.extendedOrders > 0 { words += ", \(outcome.extendedOrders) with more lines" }
        if outcome.unchangedOrders > 0 { words += ", \(outcome.unchangedOrders) already there" }
        words += ", \(outcome.lines) \(outcome.lines == 1 ? "line" : "lines")"
        if outcome.sumBefore != outcome.sumAfter { words += "; what changed came to \(outcome.sumBefore) and came to \(outcome.sumAfter)" }
        let state = undoing.map { "  undone \($0)" } ?? (canBeUndone ? "  can be undone" : "")
        let head = "\(number)  \(time.map { "\($0)" } ?? "-")  \(names ?? "-")\(state)"
        return [head, "    \(words)"] + files.compactMap { file in file.digest.map { "    sha256 \($0)  \(file.name)" } }
    }
}
