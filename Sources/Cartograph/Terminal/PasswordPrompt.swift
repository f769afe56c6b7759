import Dispatch
import Foundation
import Glibc

/// A password that somebody types, or that a program sends.
enum PasswordPrompt {
    /// Asks for a new password on the terminal, twice and without showing it; where standard input is no terminal, reads its first line.
    static func ask() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(), !line.isEmpty else {
                throw Failure("There is no password: type it on a terminal, or send it as the first line of standard input.")
            }
            return line
        }
        let first = try read("New password: ")
        guard try read("The same again: ") == first else { throw Failure("The two are not the same: nothing was changed.") }
        return first
    }

    /// Reads a line without showing it. (tcgetattr, tcsetattr)
    private static func read(_ prompt: String) throws -> String {
        Terminal.error(prompt, terminator: "")
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { throw Failure("The terminal cannot be told to hide what is typed.") }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { throw Failure("The terminal cannot be told to hide what is typed.") }
        // Ctrl-C would leave the terminal silent.
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        let previous = signal(SIGINT, SIG_IGN)
        source.setEventHandler { [shown] in
            var shown = shown
            tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            Terminal.error("")
            exit(130)
        }
        source.resume()
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            source.cancel()
            signal(SIGINT, previous)
            Terminal.error("")
        }
        return readLine() ?? ""
    }
}
