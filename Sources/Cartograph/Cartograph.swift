import ArgumentParser

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
        version: BuildIdentifier.version,
        subcommands: [
            Serve.self, Import.self, Export.self, ChartCommand.self, Snippet.self, ReportCommand.self, Sign.self, MailCommand.self,
            Subscriptions.self, Users.self, Doctor.self, LintMail.self, Inspect.self, Generate.self, Evaluate.self, OpenAPI.self,
        ]
    )

    /// The subcommands whose options the environment may give.
    static let configurable: [any ConfigurableCommand.Type] = [
        Serve.self, Import.self, Export.self, ChartCommand.self, Snippet.self, ReportCommand.self, Sign.self, MailCommand.self,
        Subscriptions.self,
        Users.self, Doctor.self, LintMail.self, Inspect.self, Generate.self, Evaluate.self,
    ]

    static func main() async {
        do {
            let settings = try await Settings.load()
            let arguments = settings.completing(Array(CommandLine.arguments.dropFirst()), for: configurable)
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
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
}
