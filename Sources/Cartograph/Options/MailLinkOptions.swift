import ArgumentParser
import Foundation
import Purchases
import Server
import Signing
import Storage

/// What makes addresses in mails.
struct MailLinkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Where readers reach the server, as in https://charts.example.org, for addresses in mails.", valueName: "url"))
    var base: String?

    @OptionGroup var signing: SigningOptions

    static let names = ["base"] + SigningOptions.names

    /// Returns the server's address, if there is one.
    func serverBase() throws -> ServerBase? {
        do { return try base.map { try ServerBase($0) } } catch { throw ValidationError("\(error)") }
    }

    /// Returns the addresses of a report's pictures where these are to be linked; nil where they are within the mail.
    func pictures(
        of request: ReportRequest, from history: [Purchase], in store: any PurchaseStore & LinkStore
    ) async throws -> [String: String]? {
        guard request.mail.pictures == .linked else { return nil }
        guard let base = try serverBase() else {
            throw ValidationError("Pictures cannot be linked to nowhere: give --base and the address of your server.")
        }
        let links = MailLinks(signer: try await signing.signer(of: store, links: store), base: base)
        do { return try await links.pictures(of: request, from: history) } catch let error as LinkRefusal { throw Failure("\(error)") }
    }
}
