import Foundation
import Synchronization

/// A bar on standard error that shows how far something has come; silent where standard error is no terminal.
final class ProgressBar: Sendable {
    private let label: String
    private let total: Int
    private let isShown = isatty(STDERR_FILENO) == 1
    private let drawn = Mutex(-1)

    private static let width = 30

    /// - Parameter total: what `update` will reach.
    init(_ label: String, total: Int) {
        self.label = label
        self.total = max(total, 1)
    }

    func update(_ done: Int) {
        guard isShown else { return }
        let percent = min(done * 100 / total, 100)
        drawn.withLock { drawn in
            guard percent > drawn else { return }
            drawn = percent
            let filled = percent * Self.width / 100
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
            Terminal.error("\r\(label) \(bar) \(percent) %", terminator: "")
        }
    }

    /// Takes the bar away, so that what follows starts on a clean line.
    func clear() {
        guard isShown else { return }
        Terminal.error("\r\u{1B}[2K", terminator: "")
    }
}
