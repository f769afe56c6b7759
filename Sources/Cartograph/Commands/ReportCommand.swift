import ArgumentParser
import Dashboard
import Foundation
import Purchases
import Reports
import Server
import Storage
import Typography

struct ReportCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the whole report about a shopper to a file: the same bytes as over HTTP, without a server.",
        usage: "cartograph report --user U001 --month 2024-03 --output march.pdf"
    )
    static let options = DatabaseOptions.names + ["user", "output"] + ReportOptions.names + MailLinkOptions.names + CartLinkOptions.names
    static let flags = SigningOptions.flags

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"), completion: .shoppers)
    var user: String

    @Option(help: ArgumentHelp("The file to write; its extension is the format: pdf, png, html or eml.", valueName: "file"))
    var output: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: ReportOptions
    @OptionGroup var links: MailLinkOptions
    @OptionGroup var cart: CartLinkOptions

    func run() async throws {
        let file = try OutputFile(output, formats: Representation.ofReports)
        let user = UserID(rawValue: user)
        var request: ReportRequest
        do { request = try ReportRequest(of: user, query: query.query, today: .today()) } catch { throw ValidationError("\(error)") }
        request.presentation.cartLink = try cart.cartLink()
        let store = try open(database.database)
        try await store.check(user, categories: query.selection.category)
        let data: ShopperData
        do {
            data = try await ShopperData(of: user, in: store, amongEveryone: request.suggests)
            request.presentation.settle(onCurrency: try await store.currency())
        } catch { throw Failure(error) }
        let pictures = file.representation == .eml ? try await links.pictures(of: request, from: data.history, in: store) : nil
        try file.write(
            request.bytes(
                as: file.representation, from: data, pictures: pictures, typesetter: Typesetter.onThisMachine(), pages: DashboardPages())
        )
    }
}
