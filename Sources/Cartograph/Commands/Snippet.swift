import ArgumentParser
import Purchases
import Reports
import Server

struct Snippet: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a chart as HTML to paste into a mail: a linked picture with its size and its words, and a small table.",
        usage: "cartograph snippet top-items --user U001 --base https://charts.example.org --width 560 --height 300"
    )
    static let options = InsightOptions.names + ["base"]

    @OptionGroup var insight: InsightOptions

    @Option(help: ArgumentHelp("Where readers of the mail reach the server.", valueName: "url"))
    var base: String

    func run() async throws {
        let base: ServerBase
        do { base = try ServerBase(self.base) } catch { throw ValidationError("\(error)") }
        let source = try await insight.source(today: .today())
        do {
            Terminal.output(try source.request.mailSnippet(base: base, from: source.history, among: source.everyone))
        } catch let item as UnknownItem {
            throw Failure("\(item)")
        }
    }
}
