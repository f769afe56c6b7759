import Access
import ArgumentParser
import Foundation
import Purchases
import Server
import Storage

struct Keys: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes and ends the keys that programs use the API with.",
        usage: """
            cartograph keys add till --scope read --scope lists --user U001 --expires 365d
            cartograph keys list
            cartograph keys revoke 4f7k2m9x
            """,
        discussion: """
            A program sends its key as `Authorization: Bearer cg_ID_SECRET`. The secret is shown once; the database keeps its SHA-256 alone.
            """,
        subcommands: [Add.self, List.self, Revoke.self], defaultSubcommand: List.self
    )
    /// Those of the list, which is what there is without a command of its own.
    static let options = DatabaseOptions.names

    struct Add: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a key, and writes it to standard output.")
        static let options = DatabaseOptions.names + ["scope", "user", "expires"]

        @Argument(help: "What you call the program.") var name: String
        @Option(
            name: .customLong("scope"),
            help: ArgumentHelp(
                "What it may do: \(Action.allCases.map(\.rawValue).joined(separator: ", ")); also read:U001 for one shopper, read:U* for all "
                    + "whose ids begin with U. May be given more than once.", valueName: "scope")
        )
        var scopes: [String] = []
        @Option(help: ArgumentHelp("Limits every scope to this shopper.", valueName: "id")) var user: String?
        @Option(
            help: ArgumentHelp(
                "365d, 12h, or a day or time such as 2026-12-31; without it the key holds until it is revoked.", valueName: "time"))
        var expires: String?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let now = Timestamp.now
            let name = name.trimmingCharacters(in: .whitespaces)
            guard (1...APIKey.nameLimit).contains(name.count), name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
            else { throw ValidationError("Give the key a name of 1 to \(APIKey.nameLimit) characters, such as the program's.") }
            let scopes = try readScopes()
            var expiry: Timestamp?
            if let expires {
                guard let end = LinkExpiry(expires).map({ $0.time(after: now.secondsSince1970) }) else {
                    throw ValidationError("'\(expires)' is no time: give one such as 365d, 12h, 2026-12-31 or 2026-12-31T18:00:00Z.")
                }
                guard end > now else { throw ValidationError("'\(expires)' is over: give a time to come.") }
                expiry = end
            }
            var generator = SystemRandomNumberGenerator()
            let (key, text) = APIKey.make(name: name, scopes: scopes, expiry: expiry, at: now, using: &generator)
            let store = try open(database.database, mayBeNew: true)
            do { try await store.addKey(key) } catch { throw Failure(error) }
            Terminal.output(text)
            Terminal.error("This is shown once: keep it where the program finds it. \(key.line(at: now))")
        }

        private func readScopes() throws -> [Scope] {
            guard !scopes.isEmpty else {
                throw ValidationError(
                    "Say what the key may do, as in --scope read. There is \(Action.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            guard scopes.count <= APIKey.scopeLimit else { throw ValidationError("A key has at most \(APIKey.scopeLimit) scopes.") }
            do {
                return try scopes.map { text in
                    let scope = try Scope(text)
                    guard let user else { return scope }
                    guard scope.shoppers == .all else { throw ValidationError("'\(text)' names shoppers itself: give it without --user.") }
                    return try Scope(scope.action, shoppers: .one(UserID(rawValue: user)))
                }
            } catch let error as ScopeError {
                throw ValidationError("\(error)")
            }
        }
    }

    struct List: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them, revoked and expired ones too.")
        static let options = DatabaseOptions.names
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let keys: [APIKey]
            do { keys = try await open(database.database).keys() } catch let error as StorageError { throw Failure(error) }
            for key in keys { Terminal.output(key.line(at: .now)) }
            if keys.isEmpty { Terminal.output("no keys") }
        }
    }

    struct Revoke: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a key, within a second on every server.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its id, the part between cg_ and the next _.") var id: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let store = try open(database.database)
            // Who has the whole key at hand may give that.
            let id = APIKey.id(in: id) ?? id
            do {
                if try await store.revokeKey(id, at: .now) {
                    Terminal.output("revoked \(id)")
                    return
                }
                let key = try await store.key(id)
                throw Failure(
                    key?.revocation.map { "The key \(id) was revoked at \($0)." }
                        ?? "There is no key \(id); `cartograph keys list` has all.")
            } catch let error as StorageError {
                throw Failure(error)
            }
        }
    }
}

extension APIKey {
    /// As a list shows it.
    fileprivate func line(at time: Timestamp) -> String {
        let state: String
        if let revocation {
            state = "revoked \(revocation.day)"
        } else if let expiry {
            state = expiry > time ? "expires \(expiry)" : "expired \(expiry)"
        } else {
            state = "until revoked"
        }
        let use = lastUse.map { "last used \($0)" } ?? "never used"
        return "\(id)  \(name)  \(scopes.map(\.description).joined(separator: " "))  \(use)  \(state)"
    }
}
