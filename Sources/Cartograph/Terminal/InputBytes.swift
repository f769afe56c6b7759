import Foundation

/// A file that is read whole.
enum InputBytes {
    /// Returns what a file holds.
    ///
    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - limit: in bytes; a larger file is refused.
    static func read(_ path: String, upTo limit: Int) throws -> [UInt8] {
        let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
        var data = Data()
        do {
            guard let file else { throw Failure("'\(path)' cannot be read: check that it exists and may be read.") }
            while data.count <= limit, let chunk = try file.read(upToCount: 1 << 20), !chunk.isEmpty { data += chunk }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("'\(path)' cannot be read: check that it is a file.")
        }
        guard data.count <= limit else { throw Failure("'\(path)' has more than \(limit) bytes: give a smaller file.") }
        return Array(data)
    }
}
