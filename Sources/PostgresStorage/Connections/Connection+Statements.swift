extension Connection {
    /// Runs a statement, and returns how many rows it changed.
    @discardableResult
    func run<each Value: PostgresValue>(_ sql: String, _ values: repeat each Value) throws(PostgresError) -> Int {
        try execute(sql, repeat each values).changedRowCount
    }

    /// Runs a statement, and returns what `read` makes of its first row; nil when there is none.
    func first<each Value: PostgresValue, Result>(
        _ sql: String, _ values: repeat each Value, read: (PostgresRow) throws -> Result
    ) throws -> Result? {
        let result = try execute(sql, repeat each values)
        return result.rowCount > 0 ? try read(result.row(0)) : nil
    }

    /// Runs a statement, and calls `body` with each of its rows, which is good only until `body` returns.
    func forEachRow<each Value: PostgresValue>(
        _ sql: String, _ values: repeat each Value, body: (PostgresRow) throws -> Void
    ) throws {
        let result = try execute(sql, repeat each values)
        for number in 0..<result.rowCount { try body(result.row(number)) }
    }

    /// Runs a statement, and returns what `read` makes of its rows.
    func rows<each Value: PostgresValue, Element>(
        _ sql: String, _ values: repeat each Value, read: (PostgresRow) throws -> Element
    ) throws -> [Element] {
        let result = try execute(sql, repeat each values)
        return try (0..<result.rowCount).map { try read(result.row($0)) }
    }

    /// Runs a statement, and returns whether it finds anything.
    func finds<each Value: PostgresValue>(_ sql: String, _ values: repeat each Value) throws(PostgresError) -> Bool {
        try execute(sql, repeat each values).rowCount > 0
    }
}

extension Connection {
    /// What may be seen of others inside a transaction.
    enum Isolation: String {
        /// Each statement sees what was committed before it.
        case statement = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        /// All statements see the same moment, and none changes anything.
        case moment = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    }

    /// Does the work as a whole or not at all.
    func transaction<Value>(_ isolation: Isolation = .statement, _ work: () throws -> Value) throws -> Value {
        try begin(isolation)
        do {
            let value = try work()
            try run("COMMIT")
            return value
        } catch {
            // When this fails too, the connection is not used again, and the server does it by itself.
            uncancelled { _ = try? run("ROLLBACK") }
            throw error
        }
    }

    private func begin(_ isolation: Isolation) throws(PostgresError) {
        do throws(PostgresError) {
            if let sharedSettings { try executeAll("\(isolation.rawValue); \(sharedSettings)") } else { try run(isolation.rawValue) }
        } catch .refused("0A000", let message) where isolation == .statement {
            // It is feature_not_supported to write during recovery.
            throw .standby(message: "\(message) (SQLSTATE 0A000)")
        }
    }

    /// Does work that reads with one statement, for which a session of one's own needs no transaction.
    func read<Value>(_ work: () throws -> Value) throws -> Value {
        sharedSettings == nil ? try work() : try transaction(.moment, work)
    }
}
