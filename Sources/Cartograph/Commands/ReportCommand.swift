import ArgumentParser
import Dashboard
import Foundation
import Purchases
import Server
import Storage
import Typography

struct ReportCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes the whole report about a shopper to a file: the same bytes as over HTTP, without a server.",
        usage: "cartograph report --user U001 --month 2024-03 --output march.pdf"
    )
    static let options = DatabaseOptions.names + ["user", "output"] + ReportOptions.names + MailLinkOptions.names

    @Option(help: ArgumentHelp("Whose purchases.", valueName: "id"))
    var user: String

    @Option(help: ArgumentHelp("The file to write; its extension is the format: pdf, png, html or eml.", valueName: "file"))
    var output: String

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var query: ReportOptions
    @OptionGroup var links: MailLinkOptions

    func run() async throws {
        let file = try OutputFile(output, formats: Representation.ofReports)
        let user = UserID(rawValue: user)
        let request: ReportRequest
        do { request = try ReportRequest(of: user, query: query.query, today: .today()) } catch { throw ValidationError("\(error)") }
        let store = try open(database.database)
        let history: [Purchase]
        do { history = try await store.history(of: user).value } catch { throw Failure("\(error)") }
        let pictures = file.representation == .eml ? try await links.pictures(of: request, from: history, in: store) : nil
        try file.write(
            request.bytes(
                as: file.representation, from: history, pictures: pictures, typesetter: Typesetter.onThisMachine(), pages: DashboardPages())
        )
    }
}
