import Access
public import ArgumentParser
import Foundation
import Purchases
import Storage

struct Accounts: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes and locks the accounts that people sign in with.",
        usage: """
            cartograph accounts add ada@example.org --role shopper --user U001
            cartograph accounts password ada@example.org
            cartograph accounts lock ada@example.org
            """,
        discussion: """
            A password is asked for without showing it, or is the first line of standard input where that is no terminal. It has at \
            least \(PasswordRule.minimumLength) characters.
            """,
        subcommands: [Add.self, Password.self, Lock.self, Unlock.self, List.self], defaultSubcommand: List.self
    )
    /// Those of the list, which is what there is without a command of its own.
    static let options = DatabaseOptions.names

    struct Add: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes an account.")
        static let options = DatabaseOptions.names + ["role", "user"]

        @Argument(help: "A name, or the person's mail address, where reports may then go.") var name: String
        @Option(help: "shopper (needs --user), analyst (sees all shoppers, changes nothing) or admin.") var role: Role = .shopper
        @Option(help: ArgumentHelp("The shopper who the person is.", valueName: "id")) var user: String?
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            if role == .shopper, user == nil {
                throw ValidationError(
                    "A shopper's account needs --user ID: whose purchases are theirs? There are also --role analyst and admin.")
            }
            if role == .admin, user != nil { throw ValidationError("An admin is no shopper: leave --user out.") }
        }

        func run() async throws {
            let accountName = try Accounts.name(name)
            let shopper = user.map { UserID(rawValue: $0) }
            let store = try open(database.database, mayBeNew: true)
            do {
                guard try await store.account(accountName) == nil else {
                    throw Failure("There is an account \(accountName.text); `cartograph accounts password` gives it another password.")
                }
                if let shopper { _ = try await store.revision(of: shopper) }
                let account = Account(
                    name: accountName, role: role, shopper: shopper, password: try Accounts.newPassword(), creation: .now
                )
                guard try await store.addAccount(account) else { throw Failure("There is an account \(accountName.text) by now.") }
                Terminal.output(account.line)
            } catch let error as StorageError {
                throw Failure(error)
            }
        }
    }

    struct Password: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives an account another password, and signs it out everywhere.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its name.") var name: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Accounts.change(name, database) { store, name in
                guard try await store.account(name) != nil else { return nil }
                return try await store.setPassword(Accounts.newPassword(), of: name) ? "changed the password of \(name.text)" : nil
            }
        }
    }

    struct Lock: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets nobody sign in to an account, and signs it out everywhere.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its name.") var name: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Accounts.change(name, database) { store, name in
                try await store.setLocking(.now, of: name) ? "locked \(name.text)" : nil
            }
        }
    }

    struct Unlock: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a lock away.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its name.") var name: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Accounts.change(name, database) { store, name in
                try await store.setLocking(nil, of: name) ? "unlocked \(name.text)" : nil
            }
        }
    }

    struct List: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them.")
        static let options = DatabaseOptions.names
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let accounts: [Account]
            do { accounts = try await open(database.database).accounts() } catch let error as StorageError { throw Failure(error) }
            for account in accounts { Terminal.output(account.line) }
            if accounts.isEmpty { Terminal.output("no accounts") }
        }
    }

    fileprivate static func name(_ text: String) throws -> AccountName {
        guard let name = AccountName(text) else {
            throw ValidationError(
                "'\(text)' is no name of an account: give 1 to 100 characters that can be seen, without spaces at the ends.")
        }
        return name
    }

    /// Changes an account, and says what was done; nil is for an account that there is not.
    fileprivate static func change(
        _ text: String, _ database: DatabaseOptions, _ change: (any AccessStore, AccountName) async throws -> String?
    ) async throws {
        let name = try name(text)
        do {
            guard let done = try await change(open(database.database), name) else {
                throw Failure("There is no account \(name.text); `cartograph accounts list` has all.")
            }
            Terminal.output(done)
        } catch let error as StorageError {
            throw Failure(error)
        }
    }

    fileprivate static func newPassword() throws -> PasswordHash {
        let password = try PasswordPrompt.ask()
        var generator = SystemRandomNumberGenerator()
        do { return try PasswordHash(of: password, using: &generator) } catch { throw Failure("\(error)") }
    }
}

extension Account {
    /// As a list shows it.
    fileprivate var line: String {
        let shopper = shopper.map { "  \($0)" } ?? ""
        let state = locking.map { "  locked \($0.day)" } ?? ""
        return "\(name.text)  \(role.rawValue)\(shopper)  since \(creation.day)\(state)"
    }
}

extension Role: ExpressibleByArgument {}
