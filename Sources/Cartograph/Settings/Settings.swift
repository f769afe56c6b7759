import ArgumentParser
import Configuration
import SystemPackage

/// What the environment and a `.env` file say of the options.
///
///     CARTOGRAPH_PORT=9000 cartograph serve       // as --port 9000
struct Settings {
    /// The first that has a value wins.
    private let readers: [ConfigReader]

    /// Reads the environment and, if there is one, the `.env` file of the working folder.
    static func load() async throws -> Settings {
        let file = try await EnvironmentVariablesProvider(environmentFilePath: FilePath(".env"), allowMissing: true)
        return Settings(readers: [ConfigReader(provider: EnvironmentVariablesProvider()), ConfigReader(provider: file)])
    }

    /// Makes settings of given variables, those of the environment first.
    init(environment: [String: String], file: [String: String] = [:]) {
        readers = [environment, file].map { ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: $0)) }
    }

    private init(readers: [ConfigReader]) { self.readers = readers }

    /// Names that platforms give to what an option of ours says.
    private static let platformNames = ["port": "port", "database": "database.url"]

    /// Returns the value for an option, by its long name.
    func value(of option: String) -> String? {
        let keys = ["cartograph.\(option)"] + (Self.platformNames[option].map { [$0] } ?? [])
        return readers.lazy.flatMap { reader in keys.lazy.compactMap { reader.string(forKey: ConfigKey($0)) } }.first { !$0.isEmpty }
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
