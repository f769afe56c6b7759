import ArgumentParser
import Foundation
import Mailing
import Purchases
import Server
import Storage

struct Subscriptions: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says who gets which report by mail, and when; `serve --smtp` sends them.",
        usage: """
            cartograph subscriptions add --user U001 --schedule 'weekly mon 08:00 Europe/Berlin' --to ada@example.org --from shop@example.org
            cartograph subscriptions list
            cartograph subscriptions pause 1
            """,
        subcommands: [Add.self, List.self, Pause.self, Resume.self, Remove.self], defaultSubcommand: List.self
    )
    /// Those of the list, which is what there is without a command of its own.
    static let options = DatabaseOptions.names

    struct Add: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Keeps a new subscription.")
        static let options =
            DatabaseOptions.names + ["user", "schedule", "to", "from", "locale", "currency", "disclosure", "pictures"]

        @Option(help: ArgumentHelp("Whose purchases.", valueName: "id")) var user: String
        @Option(help: "As in 'weekly mon 08:00 Europe/Berlin' or 'monthly 1': of the week or the month before.") var schedule: String
        @Option(help: ArgumentHelp("Who gets the mail.", valueName: "address")) var to: String
        @Option(help: ArgumentHelp("Who writes it.", valueName: "address")) var from: String
        @Option(help: "How numbers and months are written, as in en-US.") var locale: String?
        @Option(help: "An ISO 4217 code, as in EUR.") var currency: String?
        @Option(help: "How much is told: full, rounded, share or trend.") var disclosure: String?
        @Option(help: "embedded or linked: within the mail, or by signed links to the server at its --base.") var pictures: String?
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let fields = [
                ("locale", locale), ("currency", currency), ("disclosure", disclosure), ("pictures", pictures),
            ].compactMap { name, value in value.map { (name, $0) } }
            let wish: SubscriptionWish
            do {
                wish = try SubscriptionWish(
                    of: UserID(rawValue: user), schedule: schedule, recipient: to, sender: from, options: Query(fields))
            } catch {
                throw ValidationError("\(error)")
            }
            let store = try open(database.database)
            do { _ = try await store.revision(of: wish.user) } catch { throw Failure(error) }
            Terminal.output(try await store.add(wish, at: Date()).line)
        }
    }

    struct List: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them.")
        static let options = DatabaseOptions.names
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let subscriptions = try await open(database.database).mailSubscriptions()
            for subscription in subscriptions { Terminal.output(subscription.line) }
            if subscriptions.isEmpty { Terminal.output("no subscriptions") }
        }
    }

    struct Pause: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Sends no more until it is resumed.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its number.") var id: Int
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            try await Subscriptions.change(id, database) { try await $0.pauseMailSubscription(id, because: MailSubscription.pausedByHand) }
        }
    }

    struct Resume: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Sends again, the next report when it is due.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its number.") var id: Int
        @OptionGroup var database: DatabaseOptions

        func run() async throws { try await Subscriptions.change(id, database) { try await $0.resume(id, at: Date()) } }
    }

    struct Remove: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(abstract: "Forgets it.")
        static let options = DatabaseOptions.names
        @Argument(help: "Its number.") var id: Int
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            guard try await open(database.database).removeMailSubscription(id) else { throw Failure("There is no subscription \(id).") }
            Terminal.output("removed \(id)")
        }
    }

    fileprivate static func change(
        _ id: Int, _ database: DatabaseOptions, _ change: (any MailSubscriptionStore) async throws -> MailSubscription?
    ) async throws {
        guard let subscription = try await change(open(database.database)) else { throw Failure("There is no subscription \(id).") }
        Terminal.output(subscription.line)
    }
}

extension MailSubscription {
    /// As a list shows it.
    fileprivate var line: String {
        let due = Date(timeIntervalSince1970: Double(due)).formatted(.iso8601)
        let state = pause.map { "paused: \($0)" } ?? "next \(due)"
        return "\(id)  \(terms.user)  to \(terms.recipient)  \(terms.schedule)  \(state)"
    }
}
