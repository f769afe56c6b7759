import Synchronization

/// The characters that no font had a glyph for: counted, and each one reported once.
final class MissingCharacters: Sendable {
    /// Of more kinds than these only the count is kept, so that strange data cannot fill the memory or the log.
    static let reportLimit = 1000

    private let total = Atomic(0)
    private let reported = Mutex(Set<Character>())
    private let report: @Sendable (Character) -> Void

    init(report: @escaping @Sendable (Character) -> Void) {
        self.report = report
    }

    var count: Int { total.load(ordering: .relaxed) }

    func add(_ characters: [Character]) {
        guard !characters.isEmpty else { return }
        total.add(characters.count, ordering: .relaxed)
        let new = reported.withLock { known in
            characters.filter { known.count < Self.reportLimit && known.insert($0).inserted }
        }
        new.forEach(report)
    }
}
