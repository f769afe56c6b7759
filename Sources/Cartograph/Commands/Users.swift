import ArgumentParser
import Purchases
import Storage

struct Users: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Forgets a shopper.", usage: "cartograph users forget U001", subcommands: [Forget.self]
    )
    static let options: [String] = []

    struct Forget: AsyncParsableCommand, ConfigurableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Deletes all that is kept of a shopper.",
            discussion: """
                Their purchases, lists, links and subscriptions go, and what all shoppers bought together is counted without them. A file is \
                written anew, so that nothing of them is left in it; copies elsewhere, such as backups and logs that were imported, are \
                yours to delete. Imported again, they are a new shopper, whom links from before lead to.
                """
        )
        static let options = DatabaseOptions.names

        @Argument(help: "The shopper's id.") var id: String
        @OptionGroup var database: DatabaseOptions

        func run() async throws {
            let user = UserID(rawValue: id)
            let count: Int?
            do { count = try await open(database.database).forget(user) } catch let error as StorageError { throw Failure(error) }
            guard let count else { throw Failure("\(StorageError.unknownUser(user))") }
            Terminal.output("\(user) is forgotten, with \(count) \(count == 1 ? "purchase" : "purchases")")
        }
    }
}
