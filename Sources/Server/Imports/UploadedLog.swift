import Foundation
import LogReading
import Purchases
import Signing
import Synchronization

/// A purchase log that was sent, in a file that has no name any more: it is gone with this object, and with the process however that ends.
final class UploadedLog: Sendable {
    /// As the sender calls it, or nil.
    let name: String?
    private let file: UploadFile

    fileprivate init(_ file: UploadFile, name: String?) {
        self.file = file
        self.name = name
    }

    var byteCount: Int { file.size }
    /// SHA-256 of its bytes.
    var digest: String { file.digest }

    /// A digest of the names of its columns; nil where nothing can be read without being told how.
    func headerDigest(maximumBytes: Int) throws(PurchaseLogError) -> String? { try file.headerDigest(maximumBytes: maximumBytes) }

    /// Reads the log as far as `PurchaseLog` does when it is made.
    func read(_ options: PurchaseLog.Options) throws(PurchaseLogError) -> PurchaseLog { try file.read(options) }
}

/// A log on its way into a file.
final class UploadFile: Sendable {
    private let received = Mutex((byteCount: 0, digest: ContentDigest()))
    private let descriptor: Int32
    private let limit: Int

    /// Makes the file, which nobody else may read, and takes its name away at once.
    ///
    /// - Parameter limit: The most bytes.
    init(limit: Int) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "cartograph-\(UUID().uuidString).upload").path(
            percentEncoded: false)
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UploadFault.cannotWrite(reason: String(cString: strerror(errno))) }
        unlink(path)
        self.descriptor = descriptor
        self.limit = limit
    }

    deinit { close(descriptor) }

    /// Writes bytes behind those that were written.
    ///
    /// - Throws: `Problem`, 413, beyond the limit; `UploadFault` when the disk does not take them.
    func append(_ bytes: some Sequence<UInt8>) throws {
        let bytes = Array(bytes)
        try received.withLock { received in
            guard received.byteCount + bytes.count <= limit else { throw Problem.bodyTooLarge(limit: limit) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw UploadFault.cannotWrite(reason: String(cString: strerror(errno)))
                }
                rest = rest.dropFirst(count)
            }
            received.byteCount += bytes.count
            received.digest.append(bytes)
        }
    }

    var size: Int { received.withLock { $0.byteCount } }
    var digest: String { received.withLock { $0.digest.text } }

    func finish(name: String?) -> UploadedLog { UploadedLog(self, name: name) }

    fileprivate func headerDigest(maximumBytes: Int) throws(PurchaseLogError) -> String? {
        guard let columns = try PurchaseLog.columns(ofDescriptor: descriptor, maximumBytes: maximumBytes) else { return nil }
        var digest = ContentDigest()
        for column in columns { digest.append(Array(column.utf8) + [0xFF]) }
        return digest.text
    }

    fileprivate func read(_ options: PurchaseLog.Options) throws(PurchaseLogError) -> PurchaseLog {
        try PurchaseLog(contentsOfDescriptor: descriptor, options: options)
    }
}

enum UploadFault: Error {
    case cannotWrite(reason: String)
}
