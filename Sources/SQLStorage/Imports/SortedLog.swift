import Histories
package import Purchases
import Storage

/// The lines of an import by shopper, in order of the bytes of their ids, whatever order they came in.
///
/// So many lines are sorted in memory; what is more goes to a file without a name, as runs that are sorted each and merged when they are
/// read. So memory does not grow with the import, and no lock of the database is held while a log is still being read.
package struct SortedLog: Sendable {
    /// What one shopper bought, or a part of it.
    struct Shopper: Sendable {
        var user: ExactText
        var history: History
    }

    /// Where a run lies in the file.
    struct Run: Sendable {
        var bytes: Range<Int>
    }

    private let file: SpillFile?
    /// In the order in which their lines came.
    private let runs: [Run]
    /// The last run, which never left memory.
    private let last: [Shopper]

    /// Reads all that `nextBatch` returns until it returns nothing.
    ///
    /// - Parameters:
    ///   - lineBound: how many lines are held in memory.
    ///   - runBound: how many runs are merged at once.
    /// - Throws: whatever `nextBatch` throws, `CancellationError` when the task was cancelled, or `StorageError` when the file has no room.
    package init(lineBound: Int = 1 << 16, runBound: Int = 64, of nextBatch: () throws -> [Purchase]) throws {
        var writer = RunWriter(bound: runBound)
        var lines: [Purchase] = []
        while case let batch = try nextBatch(), !batch.isEmpty {
            try Task.checkCancellation()
            lines += batch
            guard lines.count >= lineBound else { continue }
            try writer.write(Self.sorted(lines))
            lines.removeAll(keepingCapacity: true)
        }
        last = Self.sorted(lines)
        (file, runs) = (writer.file, writer.runs)
    }

    private static func sorted(_ lines: [Purchase]) -> [Shopper] {
        var places: [ExactText: Int] = [:]
        var shoppers: [(user: ExactText, lines: [Int])] = []
        for (number, line) in lines.enumerated() {
            let user = ExactText(line.user.rawValue)
            // The shopper of the line before is often that of the next line too.
            if let current = shoppers.last, current.user == user {
                shoppers[shoppers.count - 1].lines.append(number)
                continue
            }
            let place = places[user] ?? shoppers.count
            if place == shoppers.count {
                places[user] = place
                shoppers.append((user, []))
            }
            shoppers[place].lines.append(number)
        }
        return shoppers.sorted { $0.user < $1.user }.map { shopper in
            Shopper(user: shopper.user, history: History(of: shopper.lines.lazy.map { lines[$0] }))
        }
    }

    /// Goes through the shoppers, each once with all of their lines.
    struct Iterator {
        private var readers: [RunReader]
        private let decoder: RecordDecoder

        fileprivate init(_ log: SortedLog) throws {
            decoder = RecordDecoder()
            readers = log.runs.map { RunReader($0, in: log.file) } + [RunReader(log.last)]
            for place in readers.indices { try readers[place].advance() }
        }

        mutating func next() throws -> Shopper? {
            guard let user = readers.compactMap(\.user).min() else { return nil }
            var history: History?
            for place in readers.indices {
                while readers[place].user == user {
                    if let part = try readers[place].history(decoder) { history = history?.joined(with: part) ?? part }
                    try readers[place].advance()
                }
            }
            return history.map { Shopper(user: user, history: $0) }
        }

        /// Returns the next shoppers: so many of them, or fewer that have so many lines.
        mutating func next(count: Int, lineCount: Int) throws -> [Shopper] {
            var shoppers: [Shopper] = []
            var lines = 0
            while shoppers.count < count, lines < lineCount, let shopper = try next() {
                lines += shopper.history.lines.count
                shoppers.append(shopper)
            }
            return shoppers
        }
    }

    func makeIterator() throws -> Iterator { try Iterator(self) }
}
