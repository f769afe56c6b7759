import Foundation

/// A small shop: a generated log of two years, the database made of it, and the logs of the two nights after.
final class SampleShop {
    static let shopper = "U003"
    static let environment = ["CARTOGRAPH_SIGNING_KEYS": "budget:a-key-for-the-links-of-budgets-alone"]
    /// About as many rows as a shop of some thousand shoppers sells a day.
    private static let nightRows = 500

    private let folder: URL
    private let programs: CountedPrograms
    private let header: String
    private let rows: [Substring]

    /// Makes the shop in a folder of its own.
    init(_ programs: CountedPrograms) throws {
        self.programs = programs
        folder = FileManager.default.temporaryDirectory.appending(path: "shop-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let log = folder.appending(path: "all.csv")
        try Command.run(programs.cartograph, ["generate", "--users", "40", "--months", "24", "--output", log.path(percentEncoded: false)])
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        guard lines.count > 4 * Self.nightRows else { throw BudgetError("the generated log has \(lines.count) rows only") }
        (header, rows) = (String(lines[0]), Array(lines.dropFirst()))
        let history = try write(rows.dropLast(2 * Self.nightRows), to: "history.csv")
        try Command.run(programs.cartograph, ["import", history, "--database", "sqlite:\(path("shop.sqlite"))"])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Calls `body` with the address of a database of its own that holds the shop.
    func withDatabase<Result>(_ body: (String) throws -> Result) throws -> Result {
        let copy = folder.appending(path: "copy-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copy) }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        where name.hasPrefix("shop.sqlite") {
            try FileManager.default.copyItem(at: folder.appending(path: name), to: copy.appending(path: name))
        }
        return try body("sqlite:\(copy.appending(path: "shop.sqlite").path(percentEncoded: false))")
    }

    /// Counts the import of the first `count` rows into an empty database.
    func countedImport(rows count: Int) throws -> Counts {
        let log = try write(rows.prefix(count), to: "rows.csv")
        let database = folder.appending(path: "empty-\(UUID().uuidString).sqlite").path(percentEncoded: false)
        return try CountedProcess(programs, \.cartograph, ["import", log, "--database", "sqlite:\(database)"]).finish()
    }

    /// Counts the import of `count` nights, at most two, into the database of the shop.
    func countedNights(_ count: Int) throws -> Counts {
        let logs = try (0..<count).map { night in
            try write(rows.suffix(2 * Self.nightRows).dropFirst(night * Self.nightRows).prefix(Self.nightRows), to: "night\(night).csv")
        }
        return try withDatabase { try CountedProcess(programs, \.cartograph, ["import"] + logs + ["--database", $0]).finish() }
    }

    /// Counts a server from its start to its end that answers `paths` one after the other.
    ///
    /// Each different path of the first few is asked for once before: what a server makes at its first request is no part of an answer.
    func countedRequests(_ paths: [String]) throws -> Counts {
        try withDatabase { database in
            let port = try HTTPConnection.freePort()
            let server = try CountedProcess(
                programs, \.cartograph, ["serve", "--port", String(port), "--database", database], environment: Self.environment)
            var connection: HTTPConnection? = nil
            // Under Valgrind a start takes some 50 times as long.
            for _ in 0..<600 where connection == nil && server.isRunning {
                connection = HTTPConnection(port: port)
                if connection == nil { usleep(200_000) }
            }
            guard let connection else { throw BudgetError("the server does not start: \(server.complaint)") }
            for path in paths { try connection.get(path) }
            server.terminate()
            return try server.finish()
        }
    }

    /// Returns the path of a signed link to `path`.
    func signed(_ path: String) throws -> String {
        try withDatabase { database in
            try Command.run(programs.cartograph, ["sign", path, "--expires", "30d", "--database", database], environment: Self.environment)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    private func write(_ rows: some Sequence<Substring>, to name: String) throws -> String {
        let file = folder.appending(path: name)
        try ([header] + rows.map(String.init)).joined(separator: "\n").appending("\n").write(to: file, atomically: true, encoding: .utf8)
        return file.path(percentEncoded: false)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
}
