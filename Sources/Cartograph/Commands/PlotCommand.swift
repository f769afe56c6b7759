import ArgumentParser
import Foundation
import Server
import Typography

struct PlotCommand: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draws a chart of anyone's data: rows of CSV, the names of /plot as JSON, or a configuration of Chart.js.",
        usage: """
            cartograph plot sales.csv --mark line --x month --y sales --output sales.png
            cartograph plot config.json --output chart.svg
            cartograph plot --bar Jan:120,Feb:140,Mar:90 --title Sales --output sales.png
            cartograph plot --batch charts.jsonl --output-folder charts
            """,
        discussion: """
            A file of - is standard input. With --url the address of the picture is written instead. Each line of a batch is a chart \
            in JSON; its member "name" is the name of the file, whose extension is the format.
            """
    )
    static let options = PlotOptions.names + ["output", "batch", "output-folder", "base"]
    static let flags = ["url"]

    @Argument(help: "A file of data or of a chart; none where the options have the data.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("The file to write; its extension is the format: png, svg, pdf, csv, json or txt.", valueName: "file"))
    var output: String?

    @Flag(help: "Write the address of the picture, with the data in it, in place of a file.")
    var url = false

    @Option(help: ArgumentHelp("The address of your server, for --url.", valueName: "url"))
    var base: String?

    @Option(help: ArgumentHelp("A file with a chart in JSON on each line.", valueName: "file"), completion: .file())
    var batch: String?

    @Option(help: ArgumentHelp("The folder for the pictures of a batch.", valueName: "folder"), completion: .directory)
    var outputFolder: String?

    @OptionGroup var plot: PlotOptions

    /// Of a file of rows, in bytes.
    private static let fileLimit = 16_000_000

    func validate() throws {
        if let batch {
            guard file == nil, output == nil, !url else {
                throw ValidationError("--batch has its charts in '\(batch)': leave out the file, --output and --url.")
            }
            guard outputFolder != nil else { throw ValidationError("--batch needs --output-folder, where its pictures go.") }
        } else if outputFolder != nil {
            throw ValidationError("--output-folder is for --batch; --output names the one file.")
        } else if url == (output != nil) {
            throw ValidationError(url ? "Give --output or --url, not both." : "Say where the picture goes: --output FILE, or --url.")
        }
    }

    func run() async throws {
        if let batch, let outputFolder {
            return try await PlotBatch(query: plot.query, folder: outputFolder).run(batch)
        }
        let bytes = try file.map { try InputBytes.read($0, upTo: Self.fileLimit) }
        let destination = try output.map { try OutputFile($0, formats: Representation.ofCharts) }
        let chart = try chart(bytes)
        for warning in chart.warnings { Terminal.error("warning: \(warning)") }
        guard let destination else {
            let address = try chart.address(of: bytes, query: plot.query, isCoded: true)
            return Terminal.output((base.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "") + address)
        }
        try destination.write(chart.picture.bytes(as: destination.representation, typesetter: Typesetter.onThisMachine()))
    }

    private func chart(_ bytes: [UInt8]?) throws -> ChartFile {
        do {
            return try bytes.map { bytes throws(UnreadableChart) in try ChartFile(bytes, query: plot.query) }
                ?? ChartFile(query: plot.query)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
