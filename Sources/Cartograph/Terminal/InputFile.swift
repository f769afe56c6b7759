import Foundation

/// A log on disk: the named file, or standard input kept in a temporary one, since a log is read twice.
struct InputFile: ~Copyable {
    let name: String
    let path: String
    private let isTemporary: Bool

    /// - Parameter argument: a path, or `-` for standard input.
    init(_ argument: String) throws {
        guard argument == "-" else {
            (name, path, isTemporary) = (argument, argument, false)
            return
        }
        name = "standard input"
        path = FileManager.default.temporaryDirectory.appending(path: "cartograph-\(UUID().uuidString).csv").path
        isTemporary = true
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw Failure("Standard input cannot be kept in \(path): make room there, or give a file.") }
        while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 20), !chunk.isEmpty { try file.write(contentsOf: chunk) }
        try file.close()
    }

    deinit {
        if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    }
}
