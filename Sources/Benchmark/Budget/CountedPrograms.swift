import Foundation

/// The programs that are counted, in copies without what is there for debuggers: Valgrind 3.19 cannot read all of it.
final class CountedPrograms {
    private let built: URL
    private let folder: URL
    var benchmark: URL { folder.appending(path: "benchmark") }
    var cartograph: URL { folder.appending(path: "cartograph") }

    /// Copies this program, and the product beside it.
    init() throws {
        built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        folder = FileManager.default.temporaryDirectory.appending(path: "counted-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for program in [benchmark, cartograph] {
            let source = built.appending(path: program.lastPathComponent).path(percentEncoded: false)
            guard FileManager.default.isExecutableFile(atPath: source) else {
                throw BudgetError("there is no \(source): `swift build -c release` makes it")
            }
            try Command.run(URL(filePath: "/usr/bin/strip"), ["--strip-debug", "-o", program.path(percentEncoded: false), source])
        }
    }

    /// Goes before the C library's in a program that Valgrind runs.
    var preloaded: URL { built.appending(path: "suspension.so") }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// A program that is run to its end.
enum Command {
    /// Returns what the program wrote to its standard output; throws when it failed.
    @discardableResult static func run(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) throws -> String {
        let (process, output, complaints) = (Process(), Pipe(), Pipe())
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        let words = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let reason = String(decoding: try complaints.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            throw BudgetError("\(program.lastPathComponent) \(arguments.first ?? "") failed: \(reason)")
        }
        return String(decoding: words, as: UTF8.self)
    }
}
