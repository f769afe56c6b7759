import Dispatch
import CoreFoundation
import Foundation
import Glibc
import Synchronization

/// A file that is written through what is there: the target of a symbolic link, a FIFO, a device, or a file that keeps its mode.
///
///     let file = try FileWriter(path: "purchases.csv")
///     try file.write(bytes)
///     try file.finish()
///
/// A plain file has its old content until `finish`, and then all of the new one. What was begun and not finished leaves nothing behind,
/// also after Ctrl-C.
final class FileWriter: Sendable {
    /// As it was given, for messages.
    private let path: String
    private let descriptor: Int32
    /// The file that is written first, and the one whose place it takes; nil where what is there is written through.
    private let replacement: (draft: String, target: String)?
    private let signals: Mutex<[any DispatchSourceSignal]>
    private let isOpen = Mutex(true)

    init(path: String) throws {
        self.path = path
        let replacement = Self.replacement(for: path)
        var sources: [any DispatchSourceSignal] = []
        if let replacement {
            var status = stat()
            let mode = stat(replacement.target, &status) == 0 ? status.st_mode & 0o7777 : nil
            // Before there is a file: a signal must not find one that nobody takes away.
            sources = Self.removing(replacement.draft)
            // As any new file, it has the mode that the process leaves (umask).
            descriptor = open(replacement.draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode.map { $0 & 0o700 | 0o200 } ?? 0o666)
            if descriptor >= 0, let mode {
                _ = fchown(descriptor, status.st_uid, status.st_gid)
                _ = fchmod(descriptor, mode)
            }
        } else {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        }
        guard descriptor >= 0 else {
            let code = errno
            for source in sources { source.cancel() }
            throw Self.failure(path, code)
        }
        self.replacement = replacement
        signals = Mutex(sources)
    }

    deinit {
        close()
        if let replacement { unlink(replacement.draft) }
    }

    func write(_ bytes: some Sequence<UInt8>) throws {
        let bytes = Array(bytes)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { start += count } else if errno != EINTR { throw Self.failure(path, errno) }
        }
    }

    /// Ends the file: only now a plain file has its new content.
    func finish() throws {
        let isClosed = isOpen.withLock { isOpen in
            defer { isOpen = false }
            return !isOpen || Glibc.close(descriptor) == 0
        }
        guard isClosed else { throw Self.failure(path, errno) }
        if let replacement, rename(replacement.draft, replacement.target) != 0 { throw Self.failure(path, errno) }
        leaveSignals()
    }

    private func close() {
        isOpen.withLock { isOpen in
            if isOpen { _ = Glibc.close(descriptor) }
            isOpen = false
        }
        leaveSignals()
    }

    private func leaveSignals() { signals.withLock { for signal in $0 { signal.cancel() } } }

    /// Returns where a new file is written first, beside the one it replaces; nil for what is no plain file of its own folder.
    private static func replacement(for path: String) -> (draft: String, target: String)? {
        var status = stat()
        var target = path
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1, let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            target = String(cString: real)
            // As /dev/stdout may be a plain file that a shell has open.
            let given = URL(filePath: path).standardizedFileURL.path
            guard !given.hasPrefix("/dev/"), !given.hasPrefix("/proc/"), access(target, W_OK) == 0 else { return nil }
        } else if lstat(path, &status) == 0 {
            // A link to a file that is not there yet: writing through it makes that file.
            return nil
        }
        let folder = URL(filePath: target).deletingLastPathComponent().path
        guard access(folder, W_OK) == 0 else { return nil }
        return ("\(folder == "/" ? "" : folder)/.cartograph-\(UUID().uuidString)", target)
    }

    /// Makes signals that end the process take a file away first, from when this returns.
    private static func removing(_ draft: String) -> [any DispatchSourceSignal] {
        let registration = DispatchGroup()
        defer { registration.wait() }
        return [SIGINT, SIGTERM, SIGHUP].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                unlink(draft)
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.setCancelHandler { signal(number, SIG_DFL) }
            registration.enter()
            source.setRegistrationHandler { registration.leave() }
            signal(number, SIG_IGN)
            source.resume()
            return source
        }
    }

    private static func failure(_ path: String, _ code: Int32) -> Failure {
        switch code {
        case ENOSPC, EDQUOT: Failure("'\(path)' cannot be written: the disk is full. Make room, or give a file elsewhere.")
        case EISDIR: Failure("'\(path)' cannot be written: it is a folder. Give the path of a file.")
        case EPIPE: Failure("'\(path)' cannot be written: nobody reads it any more.")
        default: Failure("'\(path)' cannot be written: check that its folder exists and may be written to.")
        }
    }
}
