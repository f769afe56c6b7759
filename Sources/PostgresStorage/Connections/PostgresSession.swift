public import SQLStorage

/// A connection to the server, while one piece of work is done.
public struct PostgresSession: SQLConnection {
    let connection: Connection

    public static let compressesValues = true
    public static let lockingFreeRows = "FOR UPDATE SKIP LOCKED"

    @discardableResult
    public func execute(_ sql: String, _ values: [SQLValue], _ body: (PostgresRow) throws -> Bool) throws -> Int {
        let result = try connection.execute(sql, values)
        for number in 0..<result.rowCount {
            guard try body(result.row(number)) else { break }
        }
        return result.changedRowCount
    }

    public func insert(into table: String, _ columns: String, _ rows: [[SQLValue]]) throws {
        guard !rows.isEmpty else { return }
        try connection.copy("COPY \(table) (\(columns)) FROM STDIN (FORMAT binary)") { writer in
            for row in rows { try writer.append(row) }
        }
    }

    /// Only to be called in a transaction.
    public func upsert(
        into table: String, _ columns: [String], keyCount: Int, update: String, forgetting empty: String?, _ rows: [[SQLValue]]
    ) throws {
        guard !rows.isEmpty else { return }
        let (incoming, names) = ("incoming_\(table)", columns.joined(separator: ", "))
        let key = columns.prefix(keyCount).joined(separator: ", ")
        try run("CREATE TEMPORARY TABLE IF NOT EXISTS \(incoming) (LIKE \(table)) ON COMMIT DROP")
        try insert(into: incoming, names, rows)
        try run("INSERT INTO \(table) (\(names)) SELECT \(names) FROM \(incoming) ON CONFLICT (\(key)) DO UPDATE SET \(update)")
        if let empty {
            let matches = columns.prefix(keyCount).map { "\(table).\($0) = \(incoming).\($0)" }.joined(separator: " AND ")
            try run("DELETE FROM \(table) USING \(incoming) WHERE \(matches) AND \(table).\(empty)")
        }
        try run("TRUNCATE \(incoming)")
    }
}
