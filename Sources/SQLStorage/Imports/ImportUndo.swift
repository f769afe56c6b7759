import Storage

/// Writes down what an import changes as it was before, so that it can be undone; what the one before it changed is forgotten with the
/// first thing that is written.
///
/// An import into an empty database needs none of it: to undo it is to take everything away.
struct ImportUndo<Session: SQLConnection> {
    private let session: Session
    private let keepsPieces: Bool
    /// Whether this import has changed anything.
    private(set) var isStarted = false
    private var rows: [[SQLValue]] = []
    private var byteCount = 0

    init(in session: Session, keepsPieces: Bool) {
        self.session = session
        self.keepsPieces = keepsPieces
    }

    /// - Parameter content: nil for a piece that was not there.
    mutating func note(_ content: [UInt8]?, of user: ExactText, _ year: Int) throws {
        if !isStarted {
            isStarted = true
            try session.forgetUndo()
        }
        guard keepsPieces else { return }
        rows.append([.text(user.value), .integer(Int64(year)), content.map { .bytes($0) } ?? .null])
        byteCount += content?.count ?? 0
        if rows.count >= 1_000 || byteCount >= 4 << 20 { try write() }
    }

    mutating func write() throws {
        try session.insert(into: "import_undo", "customer_id, year, content", rows)
        rows.removeAll(keepingCapacity: true)
        byteCount = 0
    }
}

extension SQLConnection {
    /// Forgets what the last import changed.
    func forgetUndo() throws {
        try run("DELETE FROM import_undo")
        try run("DELETE FROM import_undo_suggestion")
    }
}
