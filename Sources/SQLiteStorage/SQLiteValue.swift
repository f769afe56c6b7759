import GRDBSQLite

/// What a parameter of a statement can be.
protocol SQLiteValue {
    /// Binds a copy of the value, and returns SQLite's result code.
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32
}

extension Int64: SQLiteValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 { sqlite3_bind_int64(statement, position, self) }
}

extension Optional: SQLiteValue where Wrapped: SQLiteValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        self?.bind(to: statement, at: position) ?? sqlite3_bind_null(statement, position)
    }
}

extension String: SQLiteValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            // A text without an address would be NULL, which is something else than an empty text.
            guard let address = bytes.baseAddress else { return sqlite3_bind_text(statement, position, "", 0, transient) }
            let characters = UnsafeRawPointer(address).assumingMemoryBound(to: CChar.self)
            return sqlite3_bind_text64(statement, position, characters, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
        }
    }
}

extension [UInt8]: SQLiteValue {
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        // No bytes without an address would be NULL.
        isEmpty ? sqlite3_bind_zeroblob(statement, position, 0) : sqlite3_bind_blob64(statement, position, self, UInt64(count), transient)
    }
}

/// SQLITE_TRANSIENT, a cast that Swift does not import: SQLite copies the text before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
