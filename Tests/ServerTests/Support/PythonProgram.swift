import Foundation

/// A program in Python that reads what the server sent with libraries that share no code with it.
struct PythonProgram {
    struct Outcome {
        var status: Int32
        var output: Data
        var complaints: String
    }

    let text: String

    init(_ text: String) { self.text = text }

    /// Runs the program with bytes as its standard input; `make setup-test` installs what it may import.
    func run(on bytes: Data) throws -> Outcome {
        let files = (0..<3).map { _ in FileManager.default.temporaryDirectory.appending(path: UUID().uuidString) }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        try bytes.write(to: files[0])
        // Files, since a full pipe would wait for a reader.
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", text]
        let packages = URL(filePath: #filePath).appending(path: "../../../../.build/python").standardizedFileURL
        process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONPATH": packages.path]) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try Data(contentsOf: files[1]),
            complaints: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
        )
    }
}
