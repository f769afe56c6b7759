import ArgumentParser
import LogReading

/// Lists the layouts of known exports.
struct Profiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the exports whose columns are known.",
        usage: "cartograph profiles",
        discussion:
            "A log of one of these layouts is told by its header; --profile NAME of `cartograph import` says so where its header is another."
    )

    func run() {
        let width = LogProfile.all.map(\.name.count).max() ?? 0
        for profile in LogProfile.all {
            let indent = String(repeating: " ", count: width + 2)
            Terminal.output(profile.name + indent.dropFirst(profile.name.count) + profile.title)
            let columns = PurchaseLog.Field.allCases.compactMap { field in
                profile.columnNames(of: field).first.map { "\(field.shortName) = \($0)" }
            }
            Terminal.output(indent + columns.joined(separator: ", "))
            if let note = profile.note { Terminal.output(indent + note) }
        }
    }
}
