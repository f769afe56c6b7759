import CPostgres

/// What the server answered to one statement. (PGresult)
struct QueryResult: ~Copyable {
    private let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    var status: ExecStatusType { PQresultStatus(handle) }

    var rowCount: Int32 { PQntuples(handle) }

    /// How many rows a statement that changes rows has changed. (PQcmdTuples)
    var changedRowCount: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    /// The row, which is good only as long as the result is.
    func row(_ number: Int32) -> PostgresRow { PostgresRow(result: handle, number: number) }

    /// The server's refusal; nil when it did what it was asked.
    var refusal: PostgresError? {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN: return nil
        default:
            let message = cartograph_pg_message(handle) ?? PQresultErrorMessage(handle)
            let text = message.map { String(cString: $0) } ?? "the server gave no reason"
            // Only libpq itself makes errors without a state, when the connection breaks.
            guard let state = cartograph_pg_state(handle) else { return .disconnected(message: text) }
            return .refused(state: String(cString: state), message: text)
        }
    }
}
