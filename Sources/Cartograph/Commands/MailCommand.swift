import ArgumentParser
import Dashboard
import Foundation
import Mailing
import Purchases
import Reports
import Server
import Storage
import Typography

struct MailCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Sends the report about a shopper by mail.",
        usage: "cartograph mail --user U001 --to ada@example.org --from shop@example.org --month 2024-03",
        discussion: """
            The server is best given by CARTOGRAPH_SMTP in the environment, where no list of processes shows its password. A server that is \
            not this machine has to be encrypted. What may pass is tried four times.
            """
    )
    static let options =
        DatabaseOptions.names + ["user", "smtp", "smtp-certificates"] + ReportOptions.names + MailLinkOptions.names + CartLinkOptions.names
    static let flags = SigningOptions.flags

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"), completion: .shoppers)
    var user: String

    @Option(help: ArgumentHelp("The mail server, as in smtp://user:password@mail.example.org:587 or smtps://….", valueName: "url"))
    var smtp: String

    @Option(help: ArgumentHelp("Certificates to trust in place of the machine's, in PEM.", valueName: "file"))
    var smtpCertificates: String?

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: ReportOptions
    @OptionGroup var links: MailLinkOptions
    @OptionGroup var cart: CartLinkOptions

    func run() async throws {
        var server: MailServer
        do { server = try MailServer(smtp) } catch { throw ValidationError("\(error)") }
        server.certificates = smtpCertificates
        let user = UserID(rawValue: user)
        var request: ReportRequest
        do { request = try ReportRequest(of: user, query: query.query, today: .today()) } catch { throw ValidationError("\(error)") }
        request.presentation.cartLink = try cart.cartLink()
        guard !request.mail.recipients.isEmpty else { throw ValidationError("Nobody is written to: give --to and an address.") }
        guard request.mail.sender != nil else { throw ValidationError("Nobody writes: give --from and an address.") }
        let store = try open(database.database)
        try await store.check(user, categories: query.selection.category)
        let data: ShopperData
        do {
            data = try await ShopperData(of: user, in: store, amongEveryone: request.suggests)
            request.presentation.settle(onCurrency: try await store.currency())
        } catch { throw Failure(error) }
        let pictures = try await links.pictures(of: request, from: data.history, in: store)
        let message = try request.message(
            from: data, sentOn: Int(Date().timeIntervalSince1970), pictures: pictures, typesetter: Typesetter.onThisMachine())
        do {
            try await RetryPolicy().deliver(message, to: server)
        } catch {
            throw Failure("Not sent: \(error).")
        }
        Terminal.output("sent to \(message.to.map(\.address).joined(separator: ", ")) as <\(message.id)>")
    }
}
