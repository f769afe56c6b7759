import Foundation
import Samples

/// A generated log in a file of its own.
struct TemporaryLog {
    let path: String
    private(set) var rowCount = 0

    private struct Enough: Error {}

    /// Writes at most `limit` rows of `log`.
    init(_ log: SampleLog, limit: Int = .max) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString).csv").path
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        var lines = 0
        do {
            try log.write { chunk throws(any Error) in
                var end = 0
                while end < chunk.count, lines <= limit {
                    if chunk[end] == UInt8(ascii: "\n") { lines += 1 }
                    end += 1
                }
                try file.write(contentsOf: Data(chunk[..<end]))
                if lines > limit { throw Enough() }
            }
        } catch is Enough {}
        try file.close()
        // The first line is the header.
        rowCount = lines - 1
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
