import Foundation
import Storage
import Synchronization

/// What can go wrong with a database's file while it is open: it is taken away, its disk fills up, its pages are damaged.
final class DatabaseHealth: Sendable {
    /// Nil for a database in memory.
    private let path: String?
    /// What tells the file from one that is put in its place.
    private let identity: FileIdentity?
    private let state = Mutex(State())

    private struct State {
        var damage: String?
        var isInspected = false
    }

    private struct FileIdentity: Equatable {
        let device: dev_t
        let number: ino_t

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, number) = (status.st_dev, status.st_ino)
        }
    }

    /// What is kept free for edits, in bytes, however large an import is.
    private static let reserve: Int64 = 1 << 20
    /// Larger files are not read whole only to find damage.
    private static let inspectionLimit: Int64 = 1 << 30

    init(path: String) {
        self.path = path == ":memory:" || path.hasPrefix("file:") ? nil : path
        identity = FileIdentity(path)
    }

    /// Throws when the file is not the one that was opened, cannot be written, or was found damaged.
    func check() throws(StorageError) {
        guard let path else { return }
        guard let now = FileIdentity(path), now == identity else { throw .unusable(.replaced, detail: path) }
        if let damage = state.withLock({ $0.damage }) { throw .unusable(.damaged, detail: "\(path): \(damage)") }
        guard let disk = Disk(of: path) else { return }
        if disk.isReadOnly || access(path, W_OK) != 0 { throw .unusable(.readOnly, detail: path) }
        if disk.free < Self.reserve / 4 { throw .unusable(.full, detail: "\(path): \(disk.free) bytes are free") }
    }

    /// Throws when an import that goes on would leave too little room.
    ///
    /// All of it is written to the log first. As much again may be needed to bring that into the file, and edits need some besides: without
    /// that, nothing could be written any more once it has ended.
    func checkRoomOfImport() throws(StorageError) {
        guard let path, let disk = Disk(of: path) else { return }
        let needed = Self.size("\(path)-wal") + Self.reserve
        if disk.free < needed { throw .unusable(.full, detail: "\(path): \(disk.free) bytes are free, the import needs \(needed) more") }
    }

    func note(_ error: StorageError) {
        if case .unusable(.damaged, let detail) = error { state.withLock { $0.damage = $0.damage ?? detail } }
    }

    /// Whether the file is to be looked through for damage now: once, and only a file of a size that is read in a few seconds.
    func claimInspection() -> Bool {
        guard let path, Self.size(path) <= Self.inspectionLimit else { return false }
        return state.withLock { state in
            defer { state.isInspected = true }
            return !state.isInspected
        }
    }

    private static func size(_ path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// A file system. (statvfs)
    private struct Disk {
        /// Bytes that this user may still write.
        let free: Int64
        let isReadOnly: Bool

        init?(of path: String) {
            var status = statvfs()
            guard statvfs(path, &status) == 0 else { return nil }
            free = Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
            isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
        }
    }
}
