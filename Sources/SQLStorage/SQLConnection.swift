/// A value that a statement takes.
public enum SQLValue: Hashable, Sendable {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null
}

/// What can be handed to a statement as it is.
public protocol SQLParameter {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLParameter {
    public var sqlValue: SQLValue { self }
}

extension Int64: SQLParameter {
    public var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLParameter {
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension String: SQLParameter {
    public var sqlValue: SQLValue { .text(self) }
}

extension [UInt8]: SQLParameter {
    public var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLParameter where Wrapped: SQLParameter {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// The row a statement stands at, good only until the next one. Columns count from 0.
public protocol SQLRow {
    func isNull(_ column: Int32) -> Bool
    /// 0 for NULL.
    func integer(_ column: Int32) -> Int64
    /// Empty for NULL.
    func text(_ column: Int32) -> String
    /// Empty for NULL.
    func bytes(_ column: Int32) -> [UInt8]
}

/// A connection to a database, used by one thread at a time.
///
///     try session.run("DELETE FROM list_share WHERE customer_id = $1", user.rawValue)
///     let names = try session.rows("SELECT name FROM shop WHERE city = $1", "Rome") { $0.text(0) }
///
/// Statements are written in what SQLite and PostgreSQL have in common. Parameters are `$1`, `$2` and so on in the order in which they
/// first appear, since SQLite numbers them so.
public protocol SQLConnection: SendableMetatype {
    associatedtype Row: SQLRow

    /// Whether the database compresses long values by itself.
    static var compressesValues: Bool { get }

    /// What a query ends with that is to find rows which no other transaction holds, and to hold them; empty where one writes at a time.
    static var lockingFreeRows: String { get }

    /// Runs a statement, calls `body` with each of its rows until it returns false, and returns how many rows were changed.
    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue], _ body: (Row) throws -> Bool) throws -> Int

    /// Adds rows to a table, many at a time where the database can do that.
    func insert(into table: String, _ columns: String, _ rows: [[SQLValue]]) throws

    /// Adds rows to a table, and changes those that are there already; many at a time where the database can do that.
    ///
    /// - Parameters:
    ///   - keyCount: how many of the columns, from the first on, are the key; each key comes once.
    ///   - update: what becomes of a row that is there, as in `count = statistic.count + excluded.count`.
    ///   - empty: what is true of those of them that are forgotten then, as in `count = 0`; nil to keep all.
    func upsert(
        into table: String, _ columns: [String], keyCount: Int, update: String, forgetting empty: String?, _ rows: [[SQLValue]]
    ) throws
}

extension SQLConnection {
    /// Runs a statement, and returns how many rows it changed.
    @discardableResult
    public func run(_ sql: String, _ values: any SQLParameter...) throws -> Int {
        try execute(sql, values.map(\.sqlValue)) { _ in true }
    }

    /// Runs a statement, and returns what `read` makes of its first row; nil when there is none.
    public func first<Result>(_ sql: String, _ values: any SQLParameter..., read: (Row) throws -> Result) throws -> Result? {
        var result: Result?
        try execute(sql, values.map(\.sqlValue)) { row in
            result = try read(row)
            return false
        }
        return result
    }

    /// Runs a statement, and returns what `read` makes of its rows.
    public func rows<Element>(_ sql: String, _ values: any SQLParameter..., read: (Row) throws -> Element) throws -> [Element] {
        var elements: [Element] = []
        try execute(sql, values.map(\.sqlValue)) { row in
            elements.append(try read(row))
            return true
        }
        return elements
    }

    /// Runs a statement, and returns whether it finds anything.
    public func finds(_ sql: String, _ values: any SQLParameter...) throws -> Bool {
        var isFound = false
        try execute(sql, values.map(\.sqlValue)) { _ in
            isFound = true
            return false
        }
        return isFound
    }
}
