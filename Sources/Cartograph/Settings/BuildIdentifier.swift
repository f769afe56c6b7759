import CBuild
import CDeflate
import Foundation

/// What tells one build of the program from another, as entity tags need it.
enum BuildIdentifier {
    static let version = "0.2.0"

    /// For people: the version, and the commit where that is known.
    static var versionAndCommit: String {
        let commit = String(cString: cartograph_commit())
        return commit.isEmpty ? version : "\(version) (\(commit))"
    }

    /// The version and a checksum of the running executable: equal builds on any machine have equal identifiers.
    static func current() -> String {
        guard let file = FileHandle(forReadingAtPath: "/proc/self/exe") else { return version }
        defer { try? file.close() }
        var checksum: UInt32 = 0
        while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty {
            checksum = chunk.withUnsafeBytes { libdeflate_crc32(checksum, $0.baseAddress, $0.count) }
        }
        return "\(version)-\(String(checksum, radix: 16))"
    }
}
