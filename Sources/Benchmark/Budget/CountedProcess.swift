import Foundation

/// What a program did from its start to its end.
struct Counts {
    /// Blocks of memory asked for: by `malloc`, `calloc`, `posix_memalign` and the like, whoever calls them.
    var allocations: Int
    /// By the machine's count, of all threads.
    var instructions: Int

    /// Returns what each of `count` pieces of work took, which `self` did besides what `other` did.
    func each(of count: Int, besides other: Counts) -> (allocations: Double, instructions: Double) {
        (Double(allocations - other.allocations) / Double(count), Double(instructions - other.instructions) / Double(count))
    }
}

/// A program that runs under Valgrind's DHAT, which counts its instructions and the blocks that it allocates.
///
/// Counts are the same from run to run where times are not: on a busy machine, and while others work.
final class CountedProcess {
    private let process = Process()
    private let folder: URL
    private let words: URL

    /// Starts one of the programs.
    init(_ programs: CountedPrograms, _ program: KeyPath<CountedPrograms, URL>, _ arguments: [String], environment: [String: String] = [:])
        throws
    {
        folder = FileManager.default.temporaryDirectory.appending(path: "budget-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        words = folder.appending(path: "words.txt")
        process.executableURL = URL(filePath: "/usr/bin/valgrind")
        process.arguments =
            [
                "--tool=dhat", "--num-callers=1", "--dhat-out-file=\(path("profile.json"))", "--log-file=\(path("log.txt"))",
                programs[keyPath: program].path(percentEncoded: false),
            ] + arguments
        // Nothing of the shell's, and hashes without a seed: sets and dictionaries are the same in each run.
        process.environment = [
            "SWIFT_DETERMINISTIC_HASHING": "1", "LD_PRELOAD": programs.preloaded.path(percentEncoded: false),
            "HOME": folder.path(percentEncoded: false), "PATH": "/usr/bin:/bin",
        ].merging(environment) { $1 }
        _ = FileManager.default.createFile(atPath: path("words.txt"), contents: nil)
        let output = try FileHandle(forWritingTo: words)
        process.standardOutput = output
        process.standardError = output
        process.currentDirectoryURL = folder
        do {
            try process.run()
        } catch {
            throw BudgetError("valgrind does not start (\(error)): install Debian's package valgrind")
        }
    }

    deinit {
        if process.isRunning { process.terminate() }
        try? FileManager.default.removeItem(at: folder)
    }

    var isRunning: Bool { process.isRunning }

    /// What the program and Valgrind wrote, at its end.
    var complaint: String {
        [path("words.txt"), path("log.txt")].compactMap { try? String(contentsOfFile: $0, encoding: .utf8).suffix(2_000) }.joined(
            separator: "\n")
    }

    /// Asks the program to end.
    func terminate() { process.terminate() }

    /// Waits for the program's end, and returns what it did.
    func finish() throws -> Counts {
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw BudgetError("the counted program failed with \(process.terminationStatus): \(complaint)")
        }
        // As in "==30118== Total:     24,316,602 bytes in 17,781 blocks".
        let log = try String(contentsOfFile: path("log.txt"), encoding: .utf8)
        let total = log.split(separator: "\n").first { $0.contains("Total:") }
        let blocks = total?.split(separator: " ").dropLast().last.flatMap { Int($0.filter { $0 != "," }) }
        // As in `,"te":244323745`, which is the time at the end, in instructions.
        let profile = try String(contentsOfFile: path("profile.json"), encoding: .utf8)
        let end = profile.split(separator: "\n").first { $0.hasPrefix(",\"te\":") }
        guard let blocks, let instructions = end.flatMap({ Int($0.dropFirst(6)) }) else {
            throw BudgetError("valgrind wrote no totals: \(log.suffix(2_000))")
        }
        return Counts(allocations: blocks, instructions: instructions)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
}
