import Foundation
import Storage

/// A file without a name, for what memory has no room for. It is gone when nobody uses it any more, however the process ends.
final class SpillFile: Sendable {
    private let descriptor: Int32

    init() throws(StorageError) {
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        var path = Array("\(folder)/cartograph-import-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Self.failure("cannot be made") }
        unlink(path)
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8], at offset: Int) throws(StorageError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure("cannot be written") }
            done += count
        }
    }

    /// Reads exactly so many bytes.
    func read(_ count: Int, at offset: Int) throws(StorageError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
            }
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { throw Self.failure("cannot be read") }
            done += read
        }
        return bytes
    }

    private static func failure(_ what: String) -> StorageError {
        let reason = errno
        let detail = "a temporary file \(what): \(String(cString: strerror(reason)))"
        return reason == ENOSPC || reason == EDQUOT ? .unusable(.full, detail: detail) : .unavailable(detail: detail)
    }
}
