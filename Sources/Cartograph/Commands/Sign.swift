public import ArgumentParser
import Foundation
import Purchases
import Reports
import Server
import Signing
import Storage

struct Sign: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a link that needs no login and cannot be changed.",
        usage: "cartograph sign '/api/users/U001/monthly-trends.png?scale=2' --expires 30d",
        discussion: """
            The link is a path; put the address of your server in front of it. A path without an extension is signed for all \
            representations. Charts of data in their address are signed too: '/plot.png?bar=Jan:120,Feb:140' and '/chart.png?c=…'.
            """
    )
    static let options = DatabaseOptions.names + SigningOptions.names + ["expires", "disclosure", "free"]
    static let flags = SigningOptions.flags + ["pinned"]

    @Argument(help: "A path of the API with its query.")
    var path: String

    @Option(help: ArgumentHelp("30d, 12h, 2w, or a day or time such as 2026-12-31.", valueName: "time"))
    var expires = "30d"

    @Option(help: "How much is told: \(Disclosure.allCases.map(\.rawValue).joined(separator: " or ")).")
    var disclosure: String?

    @Flag(help: "Show for ever what is known today.")
    var pinned = false

    @Option(
        help: ArgumentHelp(
            "A filter that whoever has the link may narrow it by: \(FreeFilters.Name.allCases.map(\.rawValue).joined(separator: ", ")). "
                + "May be given more than once.", valueName: "filter"))
    var free: [FreeFilters.Name] = []

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var signing: SigningOptions

    func run() async throws {
        guard let expiry = LinkExpiry(expires) else {
            throw ValidationError("'\(expires)' is no time: give one such as 30d, 12h, 2026-12-31 or 2026-12-31T18:00:00Z.")
        }
        let wish = LinkWish(path: path, expiry: expiry, disclosure: disclosure, isPinned: pinned, freeFilters: FreeFilters(free))
        do {
            // A chart of its own data needs no database, where the keys are given.
            if let ring = try signing.givenRing(),
                let link = try LinkSigner.chartLink(for: wish, signedWith: ring, at: Int64(Date().timeIntervalSince1970))
            {
                Terminal.output(link.path)
                return Terminal.error("expires \(link.grant.expiry)")
            }
            let store = try open(database.database)
            let signer = try await signing.signer(of: store, links: store)
            let link = try await signer.link(for: wish)
            Terminal.output(link.path)
            Terminal.error("expires \(link.grant.expiry), id \(signer.withdrawalID(of: link))")
        } catch let error as LinkRefusal {
            throw ValidationError("\(error)")
        } catch let error as StorageError {
            throw Failure(error)
        }
    }
}

extension FreeFilters.Name: ExpressibleByArgument {}
