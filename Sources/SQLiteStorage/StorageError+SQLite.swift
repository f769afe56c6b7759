import Foundation
import GRDB
import Storage

extension StorageError {
    /// Makes what the store says of `error`, which came from the database at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StorageError: self = error
        case is CancellationError: self = .cancelled
        case SchemaError.foreign: self = .unusable(.foreign, detail: path)
        case SchemaError.newer: self = .unusable(.newer, detail: path)
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .unavailable(detail: "\(path): \(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = "\(path): \(error)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(detail: detail)
        case .SQLITE_CANTOPEN: self = .unusable(Self.faultOfOpening(path), detail: detail)
        case .SQLITE_PERM, .SQLITE_AUTH: self = .unusable(.notPermitted, detail: detail)
        case .SQLITE_READONLY: self = .unusable(.readOnly, detail: detail)
        case .SQLITE_NOTADB: self = .unusable(.notADatabase, detail: detail)
        case .SQLITE_CORRUPT: self = .unusable(.damaged, detail: detail)
        case .SQLITE_FULL: self = .unusable(.full, detail: detail)
        case .SQLITE_INTERRUPT: self = .cancelled
        default: self = .unavailable(detail: detail)
        }
    }

    private static func faultOfOpening(_ path: String) -> Fault {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) { return isFolder.boolValue ? .notAFile : .notPermitted }
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let folderExists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
        return folderExists && isFolder.boolValue ? .notPermitted : .missingFolder
    }
}
