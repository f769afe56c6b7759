import GRDB
import GRDBSQLite
public import SQLStorage

/// A connection to the file, inside an access to the database.
public struct SQLiteSession: SQLConnection {
    let db: Database

    public static let compressesValues = false
    public static let lockingFreeRows = ""

    @discardableResult
    public func execute(_ sql: String, _ values: [SQLValue], _ body: (SQLiteRow) throws -> Bool) throws -> Int {
        try PreparedStatement(sql, in: db).scan(values, while: body)
        return db.changesCount
    }

    public func insert(into table: String, _ columns: String, _ rows: [[SQLValue]]) throws {
        guard let first = rows.first else { return }
        let places = first.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let insert = try PreparedStatement("INSERT INTO \(table) (\(columns)) VALUES (\(places))", in: db)
        for row in rows { try insert.scan(row) { _ in true } }
    }

    public func upsert(
        into table: String, _ columns: [String], keyCount: Int, update: String, forgetting empty: String?, _ rows: [[SQLValue]]
    ) throws {
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let key = columns.prefix(keyCount).joined(separator: ", ")
        let upsert = try PreparedStatement(
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places)) ON CONFLICT (\(key)) DO UPDATE SET \(update)",
            in: db)
        for row in rows { try upsert.scan(row) { _ in true } }
        guard let empty else { return }
        let matches = columns.prefix(keyCount).enumerated().map { "\($0.element) = $\($0.offset + 1)" }.joined(separator: " AND ")
        let deletion = try PreparedStatement("DELETE FROM \(table) WHERE \(matches) AND \(empty)", in: db)
        for row in rows { try deletion.scan(Array(row.prefix(keyCount))) { _ in true } }
    }
}

/// The row a statement stands at.
public struct SQLiteRow: SQLRow {
    let handle: OpaquePointer

    public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    public func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    public func bytes(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }
}

extension SQLValue: SQLiteValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        switch self {
        case .integer(let number): number.bind(to: statement, at: position)
        case .text(let text): text.bind(to: statement, at: position)
        case .bytes(let bytes): bytes.bind(to: statement, at: position)
        case .null: sqlite3_bind_null(statement, position)
        }
    }
}
