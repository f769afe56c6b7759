import Foundation

/// Runs a program of the machine on a file; `make setup` installs those the tests use.
enum Tool {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Returns what the program wrote to standard output.
    ///
    /// - Parameters:
    ///   - arguments: with `{}` for the path of a file that holds `input`.
    static func run(_ name: String, _ arguments: [String], input: [UInt8], fileExtension: String) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(fileExtension)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments.map { $0 == "{}" ? file.path : $0 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(name) ended with \(process.terminationStatus): \(String(decoding: bytes, as: UTF8.self))")
        }
        return Array(bytes)
    }
}
