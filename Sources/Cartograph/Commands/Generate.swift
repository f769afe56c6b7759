import ArgumentParser
import Foundation
import Samples

struct Generate: ParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a purchase log to try things on, the same for the same seed.",
        usage: "cartograph generate --users 6 --months 24 --output purchases.csv"
    )
    static let options = ["users", "months", "seed", "output"]

    @Option(help: "How many shoppers there are.")
    var users: Int

    @Option(help: "How many months they shop.")
    var months: Int

    @Option(help: "What decides everything else.")
    var seed = SampleLog.defaultSeed

    @Option(help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output: String

    func run() throws {
        let log: SampleLog
        do { log = try SampleLog(users: users, months: months, seed: seed) } catch { throw ValidationError("\(error)") }
        let bar = ProgressBar("Writing", total: log.estimatedRowCount)
        var rows = 0
        func write(by append: ([UInt8]) throws -> Void) throws {
            try log.write { chunk throws(any Error) in
                try append(chunk)
                rows += chunk.count { $0 == UInt8(ascii: "\n") }
                bar.update(rows)
            }
        }
        if output == "-" {
            try write { try FileHandle.standardOutput.write(contentsOf: Data($0)) }
        } else {
            let file = try FileWriter(path: output)
            try write(by: file.write)
            try file.finish()
        }
        bar.clear()
        Terminal.error("\(rows - 1) purchases of \(users) \(users == 1 ? "shopper" : "shoppers") written")
    }
}
