import ArgumentParser
import Configuration
import Foundation
import Server

/// What the environment and a `.env` file say of the options.
///
///     CARTOGRAPH_PORT=9000 cartograph serve       // as --port 9000
struct Settings {
    /// Somewhere settings come from.
    private struct Source {
        let name: String
        let variables: [String: String]
        let reader: ConfigReader

        init(_ name: String, _ variables: [String: String]) {
            self.name = name
            self.variables = variables
            reader = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
        }
    }

    /// The first that has a value wins.
    private let sources: [Source]
    /// The lines of the `.env` file that cannot be read, from 1.
    let unreadableLines: [Int]

    /// Reads the environment and, if there is one, the `.env` file of the working folder.
    static func load() throws -> Settings {
        var file = EnvironmentFile("")
        if FileManager.default.fileExists(atPath: ".env") {
            do { file = EnvironmentFile(String(decoding: try Data(contentsOf: URL(filePath: ".env")), as: UTF8.self)) } catch {
                throw Failure("The file .env cannot be read: \(error.localizedDescription)")
            }
        }
        return Settings(environment: ProcessInfo.processInfo.environment, file: file.variables, unreadableLines: file.unreadableLines)
    }

    /// Makes settings of given variables, those of the environment first.
    init(environment: [String: String], file: [String: String] = [:], unreadableLines: [Int] = []) {
        sources = [Source("the environment", environment), Source(".env", file)]
        self.unreadableLines = unreadableLines
    }

    /// Names that platforms give to what an option of ours says.
    private static let platformNames = ["port": "port", "database": "database.url"]

    /// Returns the value for an option, by its long name, and where it stands.
    func setting(of option: String) -> (value: String, source: String)? {
        let keys = ["cartograph.\(option)"] + (Self.platformNames[option].map { [$0] } ?? [])
        for source in sources {
            for key in keys {
                if let value = source.reader.string(forKey: ConfigKey(key)), !value.isEmpty { return (value, source.name) }
            }
            // A platform's one secret signs links: as a key with a name, in letters that mean nothing to its reader.
            if option == "signing-keys", let secret = source.variables["SECRET_KEY"], !secret.isEmpty {
                return ("platform:" + secret.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(), source.name)
            }
        }
        return nil
    }

    func value(of option: String) -> String? { setting(of: option)?.value }

    /// The variable that stands for an option.
    static func variable(of option: String) -> String { "CARTOGRAPH_" + option.uppercased().replacing("-", with: "_") }

    /// What is set under our prefix and no command knows, with the name that was likely meant.
    func unknownVariables(among commands: [any ConfigurableCommand.Type]) -> [(name: String, source: String, nearest: String?)] {
        let known = Set(commands.flatMap { $0.allOptions }.map(Self.variable(of:)))
        return sources.flatMap { source in
            source.variables.keys.filter { $0.hasPrefix("CARTOGRAPH_") && !known.contains($0) }.sorted()
                .map { ($0, source.name, $0.nearest(among: known.sorted())) }
        }
    }

    /// Returns the arguments with the options added that are not among them but in the environment.
    func completing(_ arguments: [String], for commands: [any ConfigurableCommand.Type]) -> [String] {
        guard let place = arguments.firstIndex(where: { !$0.hasPrefix("-") }),
            let command = commands.first(where: { $0._commandName == arguments[place] })
        else { return arguments }
        // Of a command with commands of its own, one of these takes the options.
        let inner = command.configuration.subcommands.compactMap { $0 as? any ConfigurableCommand.Type }
        let next = arguments[(place + 1)...].first { !$0.hasPrefix("-") }
        if inner.contains(where: { $0._commandName == next }) {
            return arguments[...place] + completing(Array(arguments[(place + 1)...]), for: inner)
        }
        let given = Set(arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" }.dropFirst(2) })
        var added: [String] = []
        for option in command.options where !given.contains(option[...]) {
            if let value = value(of: option) { added.append("--\(option)=\(value)") }
        }
        for flag in command.flags where !given.contains(flag[...]) {
            if ["1", "true", "yes"].contains(value(of: flag)?.lowercased()) { added.append("--\(flag)") }
        }
        // Right behind the subcommand, before any `--`.
        return arguments[...place] + added + arguments[(place + 1)...]
    }
}
