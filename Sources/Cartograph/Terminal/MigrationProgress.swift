import Synchronization

/// Tells how far the purchases of an earlier release's database have been brought into this release's form.
final class MigrationProgress: Sendable {
    private let told = Mutex(0)

    private static let step = 100_000

    func tell(_ count: Int) {
        let isDue = told.withLock { told in
            guard told == 0 || count >= told + Self.step else { return false }
            told = count
            return true
        }
        if isDue { Terminal.error("The database is brought into this version's form: \(count) purchases so far") }
    }
}
