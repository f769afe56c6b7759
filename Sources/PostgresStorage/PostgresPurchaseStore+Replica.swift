public import Purchases
import SQLStorage
public import Storage

extension PostgresPurchaseStore {
    public func readRevision<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresSession) throws -> Value
    ) async throws(StorageError) -> Value {
        guard let replica else { return try await read(work) }
        if replica.isPrimaryAway, let value = try? await replica.value(inPlaceOf: .cancelled, work) { return value }
        do throws(StorageError) {
            return try await read { session in
                _ = try replica.note(session)
                return try work(session)
            }
        } catch {
            return try await replica.standIn(for: error, work)
        }
    }

    public func readPurchases<Value: Sendable>(
        of user: UserID?, _ work: @escaping @Sendable (PostgresSession) throws -> Value
    ) async throws(StorageError) -> Value {
        guard let replica else { return try await readMoment(work) }
        if replica.isPrimaryAway, let value = try? await replica.value(inPlaceOf: .cancelled, work) { return value }
        let told: PurchaseState?
        do throws(StorageError) {
            told = try await read { try replica.note($0, of: user) }
        } catch {
            return try await replica.standIn(for: error, work)
        }
        if let told, let value = await replica.value(at: told, of: user, work) { return value }
        return try await readMoment(work)
    }
}

extension Replica {
    /// Reads in place of the database, which threw `error`; throws that where the copy cannot.
    fileprivate func standIn<Value: Sendable>(
        for error: StorageError, _ work: @Sendable (PostgresSession) throws -> Value
    ) async throws(StorageError) -> Value {
        guard case .unavailable = error else { throw error }
        primaryDidNotAnswer()
        return try await value(inPlaceOf: error, work)
    }
}
