import Foundation
import Synchronization

/// A purchase log that was sent, in a file that goes away with this object.
final class UploadedLog: Sendable {
    let path: String
    /// As the sender calls it, or nil.
    let name: String?

    fileprivate init(path: String, name: String?) {
        self.path = path
        self.name = name
    }

    deinit { unlink(path) }
}

/// A log on its way into a file, which goes away unless the log is finished.
final class UploadFile: Sendable {
    private struct State {
        var descriptor: Int32
        var byteCount = 0
    }

    private let state: Mutex<State>
    private let path: String
    private let limit: Int
    private let isFinished = Mutex(false)

    /// Makes the file, which nobody else may read.
    ///
    /// - Parameter limit: The most bytes.
    init(limit: Int) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "cartograph-\(UUID().uuidString).upload").path(percentEncoded: false)
        self.limit = limit
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UploadFault.cannotWrite(reason: String(cString: strerror(errno))) }
        state = Mutex(State(descriptor: descriptor))
    }

    deinit {
        close(state.withLock { $0.descriptor })
        if !isFinished.withLock({ $0 }) { unlink(path) }
    }

    /// Writes bytes behind those that were written.
    ///
    /// - Throws: `Problem`, 413, beyond the limit; `UploadFault` when the disk does not take them.
    func append(_ bytes: some Sequence<UInt8>) throws {
        let bytes = Array(bytes)
        try state.withLock { state in
            guard state.byteCount + bytes.count <= limit else { throw Problem.bodyTooLarge(limit: limit) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(state.descriptor, $0.baseAddress, $0.count) }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw UploadFault.cannotWrite(reason: String(cString: strerror(errno)))
                }
                rest = rest.dropFirst(count)
            }
            state.byteCount += bytes.count
        }
    }

    func finish(name: String?) -> UploadedLog {
        isFinished.withLock { $0 = true }
        return UploadedLog(path: path, name: name)
    }
}

enum UploadFault: Error {
    case cannotWrite(reason: String)
}
