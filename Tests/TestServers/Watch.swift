import Foundation

/// A shell that waits for the end of this process, and then takes a server away, and its folder.
final class Watch: Sendable {
    /// Its other end is the shell's standard input, which ends when this process does.
    private let lifeline = Pipe()

    convenience init(_ programs: Programs, data: String, folder: String) throws {
        try self.init(
            #"read -r _; "$1" -D "$2" -m immediate stop; rm -rf "$3""#, [programs.path(of: "pg_ctl"), data, folder], by: programs)
    }

    /// Runs a server that does not go to the background by itself, and that loses nothing when it is killed: who starts tests may have
    /// blocked the signals that end it in peace.
    convenience init(running program: String, _ argument: String, _ programs: Programs, folder: String) throws {
        try self.init(
            #""$1" -q "$2" </dev/null >/dev/null 2>&1 & server=$!; read -r _; kill -KILL "$server"; rm -rf "$3""#,
            [programs.path(of: program), argument, folder], by: programs)
    }

    private init(_ script: String, _ arguments: [String], by programs: Programs) throws {
        let process = programs.process("/bin/sh", ["-c", script, "watch"] + arguments)
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }
}
