import ArgumentParser
import Storage

struct Doctor: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks a database, and mends what can be made anew.",
        usage: "cartograph doctor --recount",
        discussion: """
            What all shoppers bought together, the sums of categories, and the index of shoppers are made of the purchases by each import. \
            With --recount they are made of them once more, all of them, in one step; imports and edits wait meanwhile.
            """
    )
    static let options = DatabaseOptions.names
    static let flags = ["recount"]

    @Flag(help: "Count everything anew from the purchases.") var recount = false
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let store = try open(database.database)
        do {
            try await store.checkAvailability()
            guard recount else { return Terminal.output("the database answers; --recount counts everything anew") }
            let corrections = try await store.recount()
            Terminal.output(
                corrections == 0
                    ? "all counts were right"
                    : "\(corrections) \(corrections == 1 ? "count was" : "counts were") wrong and \(corrections == 1 ? "is" : "are") right now"
            )
        } catch {
            throw Failure("\(error)")
        }
    }
}
