import ArgumentParser
import Purchases
import Reports
import Server
import Typography

struct ChartCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Writes one insight to a file: the same bytes as over HTTP, without a server.",
        usage: "cartograph chart spending-summary --user U001 --output categories.png --scale 2"
    )
    static let options = InsightOptions.names + SigningOptions.names + CartLinkOptions.names + ["output"]
    static let flags = SigningOptions.flags

    @OptionGroup var insight: InsightOptions

    @Option(help: ArgumentHelp("The file to write; its extension is the format: png, svg, pdf, csv, json or txt.", valueName: "file"))
    var output: String

    @OptionGroup var signing: SigningOptions
    @OptionGroup var cart: CartLinkOptions

    func run() async throws {
        let file = try OutputFile(output, formats: Representation.ofInsights)
        let keys = try signing.givenRing()
        var source = try await insight.source(today: .today())
        source.request.presentation.cartLink = try cart.cartLink()
        do {
            try file.write(
                source.request.bytes(
                    as: file.representation, from: source.history, among: source.everyone, revision: source.revision, signedWith: keys,
                    typesetter: Typesetter.onThisMachine()))
        } catch let item as UnknownItem {
            throw Failure("\(item)")
        }
    }
}
