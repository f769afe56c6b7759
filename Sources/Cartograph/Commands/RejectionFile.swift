import Foundation
import LogReading
import Purchases
import Reports
import Synchronization

/// A CSV file that rejected rows are written to.
final class RejectionFile: Sendable {
    private let file: Mutex<FileHandle>

    init(path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw Failure("'\(path)' cannot be written: check that its folder exists and may be written to.")
        }
        let header = Table(columns: ["file", "line", "column", "value", "reason", "remedy"], rows: [])
        try handle.write(contentsOf: Data(header.csv))
        file = Mutex(handle)
    }

    func append(_ rejection: Rejection, of name: String) throws {
        let cells: [Table.Cell] = [
            .text(name), .integer(rejection.line), .text(rejection.column ?? ""), .text(rejection.value), .text(rejection.explanation),
            .text(rejection.reason.remedy),
        ]
        try file.withLock { try $0.write(contentsOf: Data(Table(columns: [], rows: [cells]).csvRows)) }
    }

    func close() throws { try file.withLock { try $0.close() } }
}
