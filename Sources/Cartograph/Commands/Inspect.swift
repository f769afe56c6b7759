import ArgumentParser
import Foundation
import Server
import Signing

struct Inspect: ParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a picture carries: its words, its figures, the revision of the data, and whether the signature holds.",
        usage: "cartograph inspect categories.png",
        discussion: """
            Writes JSON. The status is 0 when there are figures, 2 when the picture has none or their signature is invalid, and 1 when the \
            file cannot be read. The signature is valid, invalid, of an unknown key, or none.
            """
    )
    static let options = SigningOptions.names
    static let flags = SigningOptions.flags

    @Argument(help: ArgumentHelp("A PNG, an SVG or a PDF; - for standard input.", valueName: "file"))
    var file: String

    @OptionGroup var signing: SigningOptions

    func run() throws {
        let bytes = try InputBytes.read(file, upTo: Inspection.sizeLimit)
        let keys = try signing.givenRing()
        let inspection: Inspection
        do { inspection = try Inspection(bytes, verifiedWith: keys) } catch { throw Failure("'\(file)': \(error)") }
        FileHandle.standardOutput.write(Data(inspection.json))
        if !inspection.hasFigures || inspection.signature == .invalid { throw ExitCode(2) }
    }
}
