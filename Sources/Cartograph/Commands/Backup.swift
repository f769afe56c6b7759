import ArgumentParser
import Foundation
import PostgresStorage
import SQLiteStorage
import Storage

struct Backup: AsyncParsableCommand, ConfigurableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database to a file, while servers use it.",
        usage: "cartograph backup shop-2026-03-31.backup --database sqlite:shop.sqlite",
        discussion: """
            A plain copy of a SQLite file that is in use lacks what was written last. The backup of one is a SQLite file itself: to \
            restore it, stop the program, put it in the database's place, and remove the files beside that end with -wal and -shm. The \
            backup of a PostgreSQL database is made by pg_dump; restore it with \
            pg_restore --clean --if-exists --no-owner --dbname=NAME FILE.
            """
    )
    static let options = DatabaseOptions.names

    @Argument(help: "The file to write; one that is there is replaced once the backup is complete.") var file: String
    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let folder = URL(filePath: file).deletingLastPathComponent()
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
            throw Failure("'\(file)' is a folder: give the path of a file.")
        }
        let draft = folder.appending(path: ".cartograph-\(UUID().uuidString)").path(percentEncoded: false)
        defer {
            for ending in ["", "-journal", "-wal", "-shm"] { unlink(draft + ending) }
        }
        do {
            try await write(to: draft)
        } catch let error as StorageError {
            throw Failure(error)
        }
        guard rename(draft, file) == 0 else { throw Failure("'\(file)' cannot be written: check that its folder may be written to.") }
        let size = (try? URL(filePath: file).resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        Terminal.output("\(try database.database) is in \(file), \(size) bytes")
    }

    private func write(to draft: String) async throws {
        switch try database.database {
        case .sqlite(let path):
            // Opening would make it.
            guard FileManager.default.fileExists(atPath: path) else { throw Failure("There is no database '\(path)': check --database.") }
            try await SQLitePurchaseStore(path: path).backUp(to: draft)
        case .postgres(let address):
            try dump(address, to: draft)
        }
    }

    private func dump(_ address: PostgresAddress, to draft: String) throws {
        guard let program = Self.dumper else {
            throw Failure("pg_dump is not on this machine: install Debian's postgresql-client, of the server's version or later.")
        }
        // It would find settings in its session that others made, and others would find its own.
        guard !address.isOfPooler else {
            throw Failure("\(address) is a pooler, and pg_dump needs a session of its own: give the server's own address.")
        }
        guard mknod(draft, S_IFREG | 0o600, 0) == 0 else {
            throw Failure("'\(file)' cannot be written: check that its folder exists and may be written to.")
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--format=custom", "--no-owner", "--no-password", "--schema=\(PostgresAddress.schema)", "--file=\(draft)"]
        process.environment = ProcessInfo.processInfo.environment.merging(address.environment) { $1 }
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure("pg_dump could not copy \(address); what it says stands above.") }
    }

    /// The newest `pg_dump` where Debian puts it, else the one of the path.
    private static var dumper: String? {
        let folder = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let folders = versions.sorted { $0.localizedStandardCompare($1) == .orderedDescending }.map { "\(folder)/\($0)/bin" }
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (folders + path).map { "\($0)/pg_dump" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
