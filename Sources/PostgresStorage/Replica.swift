import Purchases
import SQLStorage
import Storage
import Synchronization

/// A copy of the database on another server, which follows it, and is asked only for what it is known to have.
final class Replica: Sendable {
    private struct State {
        /// What the database said last of itself.
        var told: PurchaseState?
        /// The number that its files and those of its copies have in common.
        var identifier: String?
        /// Until when neither is asked, since it did not answer.
        var primaryPause: ContinuousClock.Instant?
        var ownPause: ContinuousClock.Instant?
        var isFailing = false
    }

    private let address: PostgresAddress
    private let pool: ConnectionPool
    private let onChange: @Sendable (StorageError?) -> Void
    private let state = Mutex(State())

    /// How long who did not answer is left alone. Requests would wait for the next failure otherwise, each of them.
    private static let pause = Duration.seconds(2)

    /// - Parameter onChange: told why it cannot be asked any more, and nil when it can again.
    init(at address: PostgresAddress, _ pool: ConnectionPool, onChange: @escaping @Sendable (StorageError?) -> Void) {
        (self.address, self.pool, self.onChange) = (address, pool, onChange)
    }

    /// Whether the database did not answer a moment ago.
    var isPrimaryAway: Bool { state.withLock { $0.primaryPause.map { $0 > .now } ?? false } }

    func primaryDidNotAnswer() { state.withLock { $0.primaryPause = .now + Self.pause } }

    /// Reads what the database says of itself, and remembers it.
    func note(_ session: PostgresSession, of user: UserID? = nil) throws -> PurchaseState? {
        let identifier = try state.withLock { $0.identifier } ?? session.databaseIdentifier()
        let told = try PurchaseState(of: user, from: session)
        state.withLock { state in
            (state.told, state.identifier) = (told ?? state.told, identifier)
            state.primaryPause = nil
        }
        return told
    }

    /// Reads what is the same here as in the database; nil where it is not, or where nothing answers.
    func value<Value: Sendable>(
        at told: PurchaseState, of user: UserID?, _ work: @Sendable (PostgresSession) throws -> Value
    ) async -> Value? {
        guard state.withLock({ $0.ownPause.map { $0 <= .now } ?? true }) else { return nil }
        do {
            let value: Value? = try await pool.run { connection in
                try connection.transaction(.moment) {
                    let session = PostgresSession(connection: connection)
                    guard let own = try PurchaseState(of: user, from: session), own.isSame(as: told, of: user) else { return nil }
                    return try work(session)
                }
            }
            report(nil)
            return value
        } catch {
            let error = StorageError(error, at: address)
            // It ends a statement that stands in the way of what it has to follow, and answers the next.
            if case .busy = error { return nil }
            report(error)
            return nil
        }
    }

    /// Reads in place of the database, which does not answer, where all is here that it ever told.
    ///
    /// - Throws: `error`, which the database threw, where that is not so.
    func value<Value: Sendable>(
        inPlaceOf error: StorageError, _ work: @Sendable (PostgresSession) throws -> Value
    ) async throws(StorageError) -> Value {
        let (told, identifier) = state.withLock { ($0.told, $0.identifier) }
        guard let told, let identifier else { throw error }
        do {
            return try await pool.run { connection in
                try connection.transaction(.moment) {
                    let session = PostgresSession(connection: connection)
                    guard try session.databaseIdentifier() == identifier, try PurchaseState(from: session)?.hasAll(of: told) == true else {
                        throw error
                    }
                    return try work(session)
                }
            }
        } catch let own {
            if case StorageError.unknownUser(let user) = own { throw .unknownUser(user) }
            if own is PostgresError { report(StorageError(own, at: address)) }
            throw error
        }
    }

    private func report(_ error: StorageError?) {
        if error == .cancelled { return }
        let isChanged = state.withLock { state in
            state.ownPause = error == nil ? nil : .now + Self.pause
            defer { state.isFailing = error != nil }
            return state.isFailing != (error != nil)
        }
        if isChanged { onChange(error) }
    }
}

extension PostgresSession {
    /// Returns the number that a database's files and those of its copies have in common.
    fileprivate func databaseIdentifier() throws -> String? {
        try first("SELECT CAST(system_identifier AS text) FROM pg_control_system()") { $0.text(0) }
    }
}
