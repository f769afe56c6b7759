import Foundation

/// A program of the machine that reads what was made, and shares no code with what made it.
enum Tool {
    struct Failure: Error { var status: Int32 }

    /// Runs a program on a file of the bytes and returns what it writes.
    ///
    /// - Parameter arguments: with `FILE` for the file's path.
    static func output(of name: String, _ arguments: [String], on bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments.map { $0 == "FILE" ? file.path : $0 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return Array(data)
    }
}
