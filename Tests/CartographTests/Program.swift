import Foundation
import Testing

/// The built executable, run as a person runs it, in a folder of its own.
struct Program {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "cartograph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }
    func bytes(of name: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: name))) }

    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs the program to its end, or to where it is killed.
    ///
    /// - Parameter delay: after how many seconds it is killed, as a loss of power would end it; nil where it is left alone.
    func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:], killedAfter delay: Double? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        // Files take any amount of output, where a pipe that nobody reads would stop the program.
        let (output, errors) = (folder.appending(path: "stdout"), folder.appending(path: "stderr"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let inputFile = folder.appending(path: "stdin")
        try Data((input ?? "").utf8).write(to: inputFile)
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        try process.run()
        if let delay {
            usleep(UInt32(delay * 1e6))
            kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    /// It lies beside the test bundle.
    static var executable: URL {
        let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates =
            [bundle, bundle.deletingLastPathComponent()] + [
                URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/debug").standardizedFileURL
            ]
        let found = candidates.map { $0.appending(path: "Cartograph") } + candidates.map { $0.appending(path: "cartograph") }
        return found.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? found[0]
    }
}
