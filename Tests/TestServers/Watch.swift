import Foundation

/// A shell that waits for the end of this process, and then takes a server away, and its folder.
final class Watch: Sendable {
    /// Its other end is the shell's standard input, which ends when this process does.
    private let lifeline: Pipe

    init(_ programs: Programs, data: String, folder: String) throws {
        let script = #"read -r _; "$1" -D "$2" -m immediate stop; rm -rf "$3""#
        let process = programs.process("/bin/sh", ["-c", script, "watch", programs.path(of: "pg_ctl"), data, folder])
        lifeline = Pipe()
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }
}
