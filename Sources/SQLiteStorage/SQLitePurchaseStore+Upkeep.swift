import Foundation
import GRDB
import SQLStorage
public import Storage

extension SQLitePurchaseStore {
    /// Throws unless the file is there, undamaged as far as is known, and can be written.
    public func checkAvailability() async throws(StorageError) {
        try health.check()
        _ = try await revision()
        guard health.claimInspection() else { return }
        // Reading the whole file takes longer than whoever asks will wait.
        Task.detached(priority: .background) { [self] in
            let findings = try? await read { session in try session.rows("PRAGMA quick_check(1)") { $0.text(0) } }
            if let finding = findings?.first, finding != "ok" { health.note(.unusable(.damaged, detail: finding)) }
        }
    }

    /// Writes a copy of the database as it is at one moment to a new file; others read and write meanwhile. (sqlite3_backup_init)
    public func backUp(to file: String) async throws(StorageError) {
        guard mknod(file, S_IFREG | 0o600, 0) == 0 else { throw StorageError.unusable(.notPermitted, detail: file) }
        try await read { session in
            do {
                let copy = try DatabaseQueue(path: file)
                try copy.writeWithoutTransaction { target in
                    try session.db.backup(to: target)
                    // One file, without a log beside it.
                    try target.execute(sql: "PRAGMA journal_mode = DELETE")
                }
                try copy.close()
            } catch {
                throw StorageError(error, path: file)
            }
        }
    }
}
