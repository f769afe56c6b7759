import ArgumentParser
import Mailing

struct Config: ParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at the settings of the environment and the .env file.", subcommands: [Check.self]
    )
    static let options: [String] = []

    struct Check: ParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists what is set and where, and says whether serve could start with it.",
            usage: "cartograph config check",
            discussion: "Exit status: 0 when all is well, 2 when something is not. Nothing is opened and nobody is connected to."
        )
        static let options: [String] = []

        /// What may hold a password.
        private static let secrets: Set<String> = ["database", "database-replica", "smtp", "signing-keys"]

        func run() throws {
            let settings = try Settings.load()
            for option in Set(Cartograph.configurable.flatMap { $0.allOptions }).sorted() {
                guard let (value, source) = settings.setting(of: option) else { continue }
                Terminal.output("\(Settings.variable(of: option)) = \(Self.secrets.contains(option) ? "(set)" : value), of \(source)")
            }
            // Unknown names and unreadable lines were told when the program started.
            var isWell = settings.unknownVariables(among: Cartograph.configurable).isEmpty && settings.unreadableLines.isEmpty
            let arguments = settings.completing([Serve._commandName], for: [Serve.self]).dropFirst()
            do {
                let serve = try Serve.parse(Array(arguments))
                _ = try serve.links.serverBase()
                _ = try serve.links.signing.givenRing()
                if let smtp = serve.smtp { _ = try MailServer(smtp) }
                Terminal.output("serve would use \(try serve.database.database) and listen on \(serve.host), port \(serve.port).")
            } catch {
                Terminal.error("serve cannot start: \(Serve.message(for: error))")
                isWell = false
            }
            if !isWell { throw ExitCode(2) }
        }
    }
}
