import CPostgres
import Foundation
import SQLStorage

/// A connection to the server, used by one thread at a time. (PGconn)
///
/// Calls block the thread, but never for longer than the connection's patience: libpq is used without blocking, and `poll` waits.
final class Connection {
    private let handle: OpaquePointer
    /// How long an answer may take.
    private let patience: Duration
    /// The names of the statements that the server has prepared, by their SQL.
    private var statements: [String: String] = [:]
    /// What each transaction begins with where the session is shared with others, nil where it is this connection's own.
    private(set) var sharedSettings: String?
    private var isBroken = false
    /// Whether a task that was cancelled makes calls throw.
    private var isCancellable = true
    /// Whether the server has answered since `beginWork`.
    private(set) var hasAnswered = false

    /// Connects. (PQconnectStartParams, PQconnectPoll)
    init(to address: PostgresAddress, patience: Duration) throws(PostgresError) {
        self.patience = patience
        let options = address.parameters.sorted { $0.key < $1.key }
        let started = withCStrings(options.map(\.key)) { keywords in
            withCStrings(options.map(\.value)) { values in PQconnectStartParams(keywords, values, 0) }
        }
        guard let started else { throw .disconnected(message: "memory is short") }
        handle = started
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        // A refusal to let somebody in has its SQLSTATE in no other place.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        try finishConnecting(until: .now + .seconds(address.connectTimeout))
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        PQsetnonblocking(handle, 1)
    }

    deinit { PQfinish(handle) }

    private func finishConnecting(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        var state = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else {
                let needsPassword = PQconnectionNeedsPassword(handle) == 1
                throw PostgresError(connecting: String(cString: PQerrorMessage(handle)), needsPassword: needsPassword)
            }
            do {
                try wait(for: state == PGRES_POLLING_READING ? POLLIN : POLLOUT, until: deadline)
            } catch .silent {
                throw .disconnected(message: "connecting took too long; is the server running on that host and port?")
            }
            state = PQconnectPoll(handle)
        }
    }

    /// As in 150004 for 15.4. (PQserverVersion)
    var serverVersion: Int32 { PQserverVersion(handle) }

    /// Returns what the server said of itself when it was connected to, as `server_encoding`. (PQparameterStatus)
    func setting(_ name: String) -> String? { PQparameterStatus(handle, name).map { String(cString: $0) } }

    /// Whether the process that answers is not the one that was named at the beginning: a pooler stands between, which makes up a number of
    /// its own, and lends a session to each transaction that others have used and will use. (PQbackendPID)
    func isPooled() throws(PostgresError) -> Bool {
        let result = try executeUnnamed("SELECT CAST(pg_backend_pid() AS bigint)", Parameters())
        return result.row(0).integer(0) != Int64(PQbackendPID(handle))
    }

    /// From now on leaves nothing behind in the session: each statement is sent as a whole, and each transaction begins with `settings`.
    func share(settings: String) { sharedSettings = settings }

    /// Whether the connection is as good as new. (PQstatus, PQtransactionStatus)
    var isReusable: Bool { !isBroken && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Marks the beginning of a piece of work, to tell afterwards how far it came.
    func beginWork() { hasAnswered = false }

    /// Calls `body` without regard to whether its task was cancelled.
    func uncancelled(_ body: () throws -> Void) rethrows {
        isCancellable = false
        defer { isCancellable = true }
        try body()
    }
}

extension Connection {
    /// Runs a statement with its parameters, `$1` and so on.
    ///
    /// A server of its own prepares it the first time, so its SQL is one of few that the program has in its text.
    func execute<each Value: PostgresValue>(_ sql: String, _ values: repeat each Value) throws(PostgresError) -> QueryResult {
        var parameters = Parameters()
        for value in repeat each values { parameters.append(value) }
        return try execute(sql, parameters)
    }

    /// Runs such a statement with values of any kinds.
    func execute(_ sql: String, _ values: [SQLValue]) throws(PostgresError) -> QueryResult {
        var parameters = Parameters()
        for value in values { parameters.append(value) }
        return try execute(sql, parameters)
    }

    private func execute(_ sql: String, _ parameters: Parameters) throws(PostgresError) -> QueryResult {
        guard sharedSettings == nil else { return try executeUnnamed(sql, parameters) }
        let name = try prepare(sql, types: parameters.types)
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
        }
        return try answer(isSent: isSent == 1)
    }

    private func executeUnnamed(_ sql: String, _ parameters: Parameters) throws(PostgresError) -> QueryResult {
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryParams(handle, sql, count, parameters.types, values, lengths, formats, 1)
        }
        return try answer(isSent: isSent == 1)
    }

    /// Runs statements that have no parameters, one after the other. (PQsendQuery)
    func executeAll(_ sql: String) throws(PostgresError) {
        _ = try answer(isSent: PQsendQuery(handle, sql) == 1)
    }

    private func prepare(_ sql: String, types: [Oid]) throws(PostgresError) -> String {
        if let name = statements[sql] { return name }
        let name = "s\(statements.count)"
        _ = try answer(isSent: PQsendPrepare(handle, name, sql, Int32(types.count), types) == 1)
        statements[sql] = name
        return name
    }

    /// Sends data that a COPY reads. (PQputCopyData)
    func send(_ bytes: [UInt8]) throws(PostgresError) {
        let deadline = ContinuousClock.now + patience
        while true {
            let status = bytes.withUnsafeBytes {
                PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
            }
            if status < 0 { try fail() }
            try flush(until: deadline)
            if status == 1 { return }
        }
    }

    /// Ends a COPY. (PQputCopyEnd)
    func endCopy() throws(PostgresError) { _ = try answer(isSent: PQputCopyEnd(handle, nil) == 1) }
}

extension Connection {
    /// Waits for the answer to what was just sent: the last result, or the first error. (PQgetResult)
    private func answer(isSent: Bool) throws(PostgresError) -> QueryResult {
        guard isSent else { try fail() }
        let deadline = ContinuousClock.now + patience
        var last: QueryResult?
        var refusal: PostgresError?
        while true {
            try flush(until: deadline)
            while PQisBusy(handle) == 1 { try receive(until: deadline) }
            guard let next = PQgetResult(handle) else { break }
            let result = QueryResult(next)
            refusal = refusal ?? result.refusal
            let isCopying = result.status == PGRES_COPY_IN
            last = consume result
            if isCopying { break }
        }
        hasAnswered = true
        if let refusal {
            if PQstatus(handle) == CONNECTION_BAD { isBroken = true }
            throw refusal
        }
        guard let last = last.take() else { try fail() }
        return last
    }

    /// Waits until all has gone to the server. (PQflush)
    private func flush(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1: try wait(for: POLLIN | POLLOUT, until: deadline)
            default: try fail()
            }
            // The server may say something before it reads on.
            if PQconsumeInput(handle) == 0 { try fail() }
        }
    }

    private func receive(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        try wait(for: POLLIN, until: deadline)
        if PQconsumeInput(handle) == 0 { try fail() }
    }

    private func fail() throws(PostgresError) -> Never {
        isBroken = true
        throw .disconnected(message: String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// Waits until the socket can be read or written.
    ///
    /// Looks up ten times a second whether anybody still wants the answer. Who does not leaves the connection, and with it the statement.
    private func wait(for events: Int32, until deadline: ContinuousClock.Instant) throws(PostgresError) {
        while true {
            if isCancellable, Task.isCancelled {
                isBroken = true
                throw .cancelled
            }
            let rest = (deadline - .now) / .milliseconds(1)
            guard rest > 0 else {
                isBroken = true
                throw .silent(after: patience)
            }
            var descriptor = pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0)
            if poll(&descriptor, 1, Int32(min(max(rest, 1), 100))) > 0 { return }
        }
    }
}

/// Calls `body` with the texts as C has them, closed by a null pointer.
private func withCStrings<Result>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
}
