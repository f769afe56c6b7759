import Foundation
import LogReading
import Purchases
import SQLiteStorage
import Samples
import Storage

/// A million rows of a log on their way into a fresh SQLite file.
enum ImportBenchmark {
    private static let rowCount = 1_000_000

    /// Generates the log, and lets another process import it, so that its memory is that of the import alone.
    static func run() throws {
        let log = try TemporaryLog(SampleLog(users: rowCount / (24 * 50), months: 24), limit: rowCount)
        defer { log.remove() }
        print("Import of \(log.rowCount) rows into a fresh SQLite file, in a process of its own")
        // Before the lines of the other process.
        fflush(nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["import-only", log.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String { "the process that imports has failed: see what it wrote above" }
    }

    static func importOnly(_ path: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("store.sqlite").path
        let store = try SQLitePurchaseStore(path: file)
        let clock = ContinuousClock()
        let (start, processStart) = (clock.now, ThreadTime.ofProcess)
        let (reconciliation, _) = try await store.importPurchases(from: PurchaseLog(contentsOf: path))
        let (wall, cpu) = ((clock.now - start) / .seconds(1), (ThreadTime.ofProcess - processStart) / 1e3)
        let rows = Double(reconciliation.acceptedRows)
        var table = TextTable(["", "seconds", "rows/s"])
        table.append(["wall", wall.text, (rows / wall).text])
        table.append(["processor", cpu.text, (rows / cpu).text])
        table.printOut()
        let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
        print(
            """
            \(reconciliation.acceptedRows) rows kept, \(reconciliation.rejectedRows) rejected; at most \(try peakMemory()) of memory, \
            \((Double(size) / 1e6).text) MB on the disk

            """
        )
    }

    /// Returns the most memory that this process has had, as the kernel writes it.
    private static func peakMemory() throws -> String {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? "VmHWM: an unknown amount"
        return line.dropFirst("VmHWM:".count).trimmingCharacters(in: .whitespaces)
    }
}
