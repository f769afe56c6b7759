import ArgumentParser
import Testing

@testable import Cartograph

@Suite struct SettingsTests {
    private func completed(_ arguments: [String], environment: [String: String] = [:], file: [String: String] = [:]) -> [String] {
        Settings(environment: environment, file: file).completing(arguments, for: Cartograph.configurable)
    }

    @Test func `an option comes from the environment`() {
        #expect(completed(["serve"], environment: ["CARTOGRAPH_PORT": "9000"]) == ["serve", "--port=9000"])
    }

    @Test func `the option wins over the environment, and the environment over the file`() {
        let (environment, file) = (["CARTOGRAPH_HOST": "::1"], ["CARTOGRAPH_HOST": "0.0.0.0", "CARTOGRAPH_PORT": "1"])
        #expect(
            completed(["serve", "--host", "localhost"], environment: environment, file: file) == [
                "serve", "--port=1", "--host", "localhost",
            ])
        #expect(completed(["serve", "--port=7"], environment: environment, file: file) == ["serve", "--host=::1", "--port=7"])
    }

    @Test func `what platforms set is understood, after our own names`() {
        #expect(
            completed(["serve"], environment: ["PORT": "5000", "DATABASE_URL": "sqlite:a.sqlite"]) == [
                "serve", "--database=sqlite:a.sqlite", "--port=5000",
            ])
        #expect(completed(["serve"], environment: ["PORT": "5000", "CARTOGRAPH_PORT": "6000"]) == ["serve", "--port=6000"])
        #expect(completed(["serve"], environment: ["PORT": "5000"], file: ["CARTOGRAPH_PORT": "6000"]) == ["serve", "--port=5000"])
    }

    @Test func `a name of several words has underscores`() {
        #expect(
            completed(["import", "a.csv"], environment: ["CARTOGRAPH_DATE_FORMAT": "dmy"]) == ["import", "--date-format=dmy", "a.csv"])
    }

    @Test func `a flag is set by a yes`() {
        #expect(completed(["import", "a.csv"], environment: ["CARTOGRAPH_DRY_RUN": "1"]) == ["import", "--dry-run", "a.csv"])
        #expect(completed(["import", "a.csv"], environment: ["CARTOGRAPH_DRY_RUN": "0"]) == ["import", "a.csv"])
    }

    @Test func `a command takes its own options only`() {
        #expect(completed(["generate"], environment: ["CARTOGRAPH_PORT": "9000", "CARTOGRAPH_SEED": "3"]) == ["generate", "--seed=3"])
        #expect(completed(["--help"], environment: ["CARTOGRAPH_PORT": "9000"]) == ["--help"])
    }

    @Test func `a command within a command takes its options too`() {
        let environment = ["DATABASE_URL": "sqlite:x", "CARTOGRAPH_LOCALE": "de-DE"]
        #expect(
            completed(["subscriptions", "pause", "1"], environment: environment) == ["subscriptions", "pause", "--database=sqlite:x", "1"])
        #expect(completed(["subscriptions"], environment: environment) == ["subscriptions", "--database=sqlite:x"])
        #expect(
            completed(["subscriptions", "add", "--database", "sqlite:y"], environment: environment)
                == ["subscriptions", "add", "--locale=de-DE", "--database", "sqlite:y"])
    }

    @Test(arguments: Cartograph.configurable.map { $0._commandName })
    func `every option and flag of a command may come from the environment`(name: String) throws {
        let command = try #require(Cartograph.configurable.first { $0._commandName == name })
        let inner = command.configuration.subcommands.compactMap { $0 as? any ConfigurableCommand.Type }
        for command in inner.isEmpty ? [command] : inner {
            let help = command.helpMessage(columns: 200)
            // An option begins its line; what a text says of other commands' options does not.
            let lines = help.split(separator: "\n").map { $0.drop { $0 == " " } }
            let documented = Set(lines.compactMap { $0.prefixMatch(of: /--([a-z0-9-]+)/).map { String($0.output.1) } }).subtracting([
                "version"
            ]
            )
            #expect(documented.subtracting(command.options + command.flags).isEmpty)
            #expect(Set(command.options + command.flags).isSubset(of: documented))
        }
    }
}

@Suite struct UnknownSettingTests {
    @Test func `a setting that no command takes is told, with the one that was meant`() {
        let settings = Settings(
            environment: ["CARTOGRAPH_PROT": "9000", "CARTOGRAPH_PORT": "9000", "PATH": "/bin"], file: ["CARTOGRAPH_NO_SUCH_THING": "1"])
        let unknown = settings.unknownVariables(among: Cartograph.configurable)
        #expect(unknown.map(\.name) == ["CARTOGRAPH_PROT", "CARTOGRAPH_NO_SUCH_THING"])
        #expect(unknown.map(\.nearest) == ["CARTOGRAPH_PORT", nil])
        #expect(unknown.map(\.source) == ["the environment", ".env"])
    }

    @Test func `a platform's secret signs links, unless keys are given`() throws {
        let platform = Settings(environment: ["SECRET_KEY": "a,b:c"])
        #expect(platform.value(of: "signing-keys") == "platform:612c623a63")
        #expect(Settings(environment: ["SECRET_KEY": "x", "CARTOGRAPH_SIGNING_KEYS": "k:y"]).value(of: "signing-keys") == "k:y")
    }

    @Test func `config check lists what is set, keeps secrets, and says what is wrong`() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("export CARTOGRAPH_PORT='9000'\nCARTOGRAPH_SIGNING_KEYS=k:horse battery staple\n", to: ".env")
        let good = try program.run(["config", "check"])
        #expect(good.status == 0, "\(good.errors)")
        #expect(good.output.contains("CARTOGRAPH_PORT = 9000, of .env") && good.output.contains("port 9000"))
        #expect(good.output.contains("CARTOGRAPH_SIGNING_KEYS = (set)") && !good.output.contains("battery"))
        let bad = try program.run(["config", "check"], environment: ["CARTOGRAPH_PORT": "99999", "CARTOGRAPH_HSOT": "::1"])
        #expect(bad.status == 2)
        #expect(bad.errors.contains("CARTOGRAPH_HSOT") && bad.errors.contains("did you mean CARTOGRAPH_HOST?"))
        #expect(bad.errors.contains("99999 is no port"))
    }
}
