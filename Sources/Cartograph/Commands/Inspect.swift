import ArgumentParser
import Foundation
import Server

struct Inspect: ParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a picture carries: its words, its figures, their period and the revision of the data.",
        usage: "cartograph inspect categories.png",
        discussion: "Writes JSON. The status is 0 when there are figures, 2 when the picture has none, and 1 when the file cannot be read."
    )
    static let options: [String] = []

    @Argument(help: ArgumentHelp("A PNG, an SVG or a PDF; - for standard input.", valueName: "file"))
    var file: String

    func run() throws {
        let bytes = try InputBytes.read(file, upTo: Inspection.sizeLimit)
        let inspection: Inspection
        do { inspection = try Inspection(bytes) } catch { throw Failure("'\(file)': \(error)") }
        FileHandle.standardOutput.write(Data(inspection.json))
        if !inspection.hasFigures { throw ExitCode(2) }
    }
}
