import ArgumentParser
import Server
import Storage

/// The program: `cartograph serve`, `import`, `chart`, `report`, `sign`, `generate`, `evaluate`.
@main
struct Cartograph: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cartograph",
        abstract: "Turns a shop's purchase log into numbers and charts.",
        discussion: """
            Every option can also come from the environment, as CARTOGRAPH_PORT for --port, or from a .env file in the working \
            folder; the option wins over the environment, the environment over the file.
            """,
        version: BuildIdentifier.versionAndCommit,
        subcommands: [
            Serve.self, Import.self, Imports.self, Profiles.self, Export.self, ChartCommand.self, PlotCommand.self, Snippet.self,
            ReportCommand.self,
            Sign.self,
            MailCommand.self, Subscriptions.self, Users.self, Keys.self, Accounts.self, Charts.self, Backup.self, Doctor.self,
            LintMail.self,
            Inspect.self, Generate.self, Evaluate.self, Config.self, OpenAPI.self,
        ]
    )

    /// The subcommands whose options the environment may give.
    static var configurable: [any ConfigurableCommand.Type] {
        configuration.subcommands.compactMap { $0 as? any ConfigurableCommand.Type }
    }

    static func main() async {
        do {
            let settings = try Settings.load()
            let given = Array(CommandLine.arguments.dropFirst())
            try suggestCommand(for: given)
            for unknown in settings.unknownVariables(among: configurable) {
                Terminal.error(
                    "warning: no command takes \(unknown.name) of \(unknown.source)"
                        + (unknown.nearest.map { "; did you mean \($0)?" } ?? "."))
            }
            for line in settings.unreadableLines { Terminal.error("warning: line \(line) of .env cannot be read: write NAME=value.") }
            let arguments = settings.completing(given, for: configurable)
            var command = try await asyncParseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as StorageError {
            exit(withError: Failure(error))
        } catch {
            exit(withError: error)
        }
    }

    /// Says which command was likely meant.
    private static func suggestCommand(for arguments: [String]) throws {
        guard let word = arguments.first, !word.hasPrefix("-") else { return }
        let names = configuration.subcommands.map { $0._commandName } + ["help"]
        guard !names.contains(word), let nearest = word.nearest(among: names) else { return }
        throw ValidationError("There is no command '\(word)'. Did you mean '\(nearest)'?")
    }
}

/// A subcommand whose options may come from the environment.
protocol ConfigurableCommand: ParsableCommand {
    /// The long names of the options that take a value, without dashes.
    static var options: [String] { get }
    /// The long names of the flags.
    static var flags: [String] { get }
}

extension ConfigurableCommand {
    static var flags: [String] { [] }

    /// Its options and flags, and those of its subcommands.
    static var allOptions: [String] {
        options + flags + configuration.subcommands.compactMap { $0 as? any ConfigurableCommand.Type }.flatMap { $0.allOptions }
    }
}
