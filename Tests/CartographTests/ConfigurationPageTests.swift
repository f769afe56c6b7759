import ArgumentParser
import Foundation
import Testing

@testable import Cartograph

/// The page that lists every setting is made from the options themselves.
@Suite struct ConfigurationPageTests {
    private struct Help: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// Its options and those of its subcommands, with the command that takes each.
        func options(of parent: String? = nil) -> [(command: String, option: Argument)] {
            let name = parent.map { "\($0) \(commandName)" } ?? commandName
            let own = (arguments ?? []).filter { $0.kind != "positional" && !["help", "version"].contains($0.name) }
            return own.map { (name, $0) } + (subcommands ?? []).flatMap { $0.options(of: name) }
        }
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var name: String
        }

        var kind: String
        var preferredName: Name?
        var abstract: String?
        var defaultValue: String?

        var name: String { preferredName?.name ?? "" }
        var variable: String { "CARTOGRAPH_" + name.uppercased().replacing("-", with: "_") }
        var cells: [String] {
            let platformName = ["port": ", `PORT`", "database": ", `DATABASE_URL`"][name] ?? ""
            let value = kind == "flag" ? "off" : defaultValue.map { "`\($0)`" } ?? "–"
            return ["`--\(name)`", "`\(variable)`\(platformName)", value, (abstract ?? "").replacing("|", with: "\\|")]
        }
    }

    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Cartograph/Documentation.docc/Configuration.md").standardizedFileURL
    private static let beginning = "## serve\n"

    private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

    /// The tables: of `serve`, then of what other commands take beside that.
    private static func tables() throws -> String {
        let commands = try JSONDecoder().decode(Help.self, from: Data(Cartograph._dumpHelp().utf8)).command.subcommands ?? []
        let options = commands.filter { $0.commandName != "help" }.flatMap { $0.options() }
        let ofServe = options.filter { $0.command == "serve" }.map(\.option.cells)
        var text = beginning + "\n" + row(["option", "environment", "default", "meaning"]) + "|---|---|---|---|\n"
        text += ofServe.map(row).joined()
        text += "\n## Other commands\n\n" + row(["option", "environment", "default", "meaning", "commands"]) + "|---|---|---|---|---|\n"
        var commandsOfRow: [[String]: [String]] = [:]
        for (command, option) in options where !ofServe.contains(option.cells) {
            commandsOfRow[option.cells, default: []].append("`\(command)`")
        }
        let rows = commandsOfRow.sorted { ($0.key[0], $0.key[3], $0.key[2]) < ($1.key[0], $1.key[3], $1.key[2]) }
        return text + rows.map { row($0.key + [$0.value.joined(separator: ", ")]) }.joined()
    }

    @Test func `the page lists every option of every command, as the help tells it`() throws {
        let page = try String(contentsOf: Self.file, encoding: .utf8)
        let introduction = page.ranges(of: Self.beginning).first.map { String(page[..<$0.lowerBound]) } ?? page
        let made = introduction + (try Self.tables())
        if ProcessInfo.processInfo.environment["GOLDENS"] == "update" { try made.write(to: Self.file, atomically: true, encoding: .utf8) }
        #expect(made == page, "Options changed: GOLDENS=update swift test --filter ConfigurationPageTests writes the page anew.")
    }
}
