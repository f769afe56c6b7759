import Foundation

/// An open file, read at any offset by as many readers as wanted; it may be unlinked meanwhile.
final class LogFile: Sendable {
    let byteCount: Int
    let descriptor: Int32

    convenience init(path: String) throws(PurchaseLogError) {
        // Without O_NONBLOCK, opening a named pipe would wait for its writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: Self.systemError()) }
        try self.init(taking: descriptor, path: path)
    }

    /// - Parameter descriptor: of a file that is open; it is used no longer than this call.
    convenience init(descriptor: Int32) throws(PurchaseLogError) {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .cannotRead(reason: Self.systemError()) }
        try self.init(taking: copy, path: "")
    }

    private init(taking descriptor: Int32, path: String) throws(PurchaseLogError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(path: path)
        }
        self.descriptor = descriptor
        byteCount = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Fills `buffer` from `offset` on, and returns how many bytes there were; fewer than its size only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(PurchaseLogError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = pread(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(offset + filled))
            if count == 0 { break }
            if count > 0 {
                filled += count
            } else if errno != EINTR {
                throw .cannotRead(reason: Self.systemError())
            }
        }
        return filled
    }

    private static func systemError() -> String { String(cString: strerror(errno)) }
}
