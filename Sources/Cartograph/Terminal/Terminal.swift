import Foundation

enum Terminal {
    /// Writes a line to standard output at once: what `print` writes waits in a buffer where that is no terminal.
    static func output(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Writes to standard error.
    static func error(_ text: String, terminator: String = "\n") {
        FileHandle.standardError.write(Data((text + terminator).utf8))
    }
}
