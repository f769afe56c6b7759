import LogReading
import Purchases
import Reports

/// A CSV file that rejected rows are written to.
final class RejectionFile: Sendable {
    private let file: FileWriter

    init(path: String) throws {
        file = try FileWriter(path: path)
        try file.write(Table(columns: ["file", "line", "column", "value", "reason", "remedy"], rows: []).csv)
    }

    func append(_ rejection: Rejection, of name: String) throws {
        let cells: [Table.Cell] = [
            .text(name), .integer(rejection.line), .text(rejection.column ?? ""), .text(rejection.value), .text(rejection.explanation),
            .text(rejection.reason.remedy),
        ]
        try file.write(Table(columns: [], rows: [cells]).csvRows)
    }

    func close() throws { try file.finish() }
}
