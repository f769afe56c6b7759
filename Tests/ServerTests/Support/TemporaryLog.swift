import Foundation
import LogReading
import Purchases

/// A purchase log in a file that is gone once it is open.
struct TemporaryLog {
    let log: PurchaseLog

    init(_ text: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        log = try PurchaseLog(contentsOf: file.path(percentEncoded: false))
    }
}
