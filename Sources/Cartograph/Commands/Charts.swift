import ArgumentParser
import Foundation
import Purchases
import Reports
import Storage

struct Charts: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charts",
        abstract: "Lists and removes the charts that are kept under ids.",
        usage: """
            cartograph charts list
            cartograph charts remove hk3vq2m7xw5t4nzd
            """,
        discussion: "Programs keep charts by POST /api/charts and /chart/create; whoever has the id of one sees it at /c/ID.",
        subcommands: [List.self, Remove.self], defaultSubcommand: List.self
    )
    /// Those of the list, which is what there is without a command of its own.
    static let options = DatabaseOptions.names
    static let flags = ["json"]

    struct List: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them, the oldest first.")
        static let options = DatabaseOptions.names
        static let flags = ["json"]

        @Flag(help: "Write JSON, a chart in each line.") var json = false
        @OptionGroup var database: DatabaseOptions

        /// How many are read at once.
        private static let pageSize = 1_000

        func run() async throws {
            let store = try open(database.database)
            var last: KeptChart.Summary?
            repeat {
                let page: [KeptChart.Summary]
                do { page = try await store.charts(after: last, limit: Self.pageSize) } catch { throw Failure("\(error)") }
                for chart in page { Terminal.output(json ? String(decoding: chart.json.bytes, as: UTF8.self) : chart.line) }
                if last == nil, page.isEmpty, !json { Terminal.output("no charts") }
                last = page.count == Self.pageSize ? page.last : nil
            } while last != nil
        }
    }

    struct Remove: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Removes some, within a second on every server.")
        static let options = DatabaseOptions.names

        @Argument(help: "Their ids.") var ids: [String]
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let store = try open(database.database)
            var unknown: [String] = []
            for id in ids {
                let isRemoved: Bool
                do { isRemoved = try await store.removeChart(id) } catch { throw Failure("\(error)") }
                if isRemoved { Terminal.output("removed \(id)") } else { unknown.append(id) }
            }
            guard unknown.isEmpty else {
                throw Failure("There is no chart \(unknown.joined(separator: ", ")); `cartograph charts list` has all.")
            }
        }
    }
}

extension KeptChart.Summary {
    /// As a list shows it.
    fileprivate var line: String {
        let state = expiry.map { "until \($0)" } ?? "for ever"
        return "\(id)  \(creation.day)  \(byteCount) bytes  last used \(lastUse)  \(state)\(title.isEmpty ? "" : "  \(title)")"
    }

    fileprivate var json: JSON {
        [
            "id": .string(id), "title": .string(title), "bytes": .integer(byteCount), "created": .string(creation.description),
            "expires": expiry.map { .string($0.description) } ?? .null, "last_used": .string(lastUse.description),
        ]
    }
}
