import Histories
package import Purchases
import Storage

/// The lines of an import by shopper, in order of the bytes of their ids, whatever order they came in.
///
/// So many lines are sorted in memory; what is more goes to a file without a name, as runs that are sorted each and merged when they are
/// read. So memory does not grow with the import, and no lock of the database is held while a log is still being read.
package struct SortedLog: Sendable {
    /// What one shopper bought.
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
    private let last: [LogPart]
    private let articles: [History.Article]

    /// Reads all that `nextBatch` returns until it returns nothing.
    ///
    /// - Parameters:
    ///   - lineBound: how many lines are held in memory.
    ///   - runBound: how many runs are merged at once.
    ///   - articleBound: how many articles are held in memory.
    /// - Throws: whatever `nextBatch` throws, `CancellationError` when the task was cancelled, or `StorageError` when the file has no room.
    package init(
        lineBound: Int = 1 << 17, runBound: Int = 64, articleBound: Int = 1 << 15, of nextBatch: () throws -> [Purchase]
    ) throws {
        var writer = RunWriter(bound: runBound)
        var sorter = LineSorter(articleLimit: articleBound)
        while case let batch = try nextBatch(), !batch.isEmpty {
            try Task.checkCancellation()
            for purchase in batch { sorter.add(purchase) }
            if sorter.count >= lineBound { try writer.write(sorter.takeParts()) }
        }
        last = sorter.takeParts()
        articles = sorter.numberedArticles
        (file, runs) = (writer.file, writer.runs)
    }

    /// Goes through the shoppers, each once with all of their lines.
    struct Iterator {
        private var readers: [RunReader]
        private var joiner: PartJoiner

        fileprivate init(_ log: SortedLog) throws {
            joiner = PartJoiner(log.articles)
            readers = log.runs.map { RunReader($0, in: log.file) } + [RunReader(log.last)]
            for place in readers.indices { try readers[place].advance() }
        }

        mutating func next() throws -> Shopper? {
            guard let user = readers.compactMap(\.user).min() else { return nil }
            var parts: [LogPart] = []
            for place in readers.indices {
                while readers[place].user == user {
                    parts.append(try readers[place].part())
                    try readers[place].advance()
                }
            }
            return Shopper(user: user, history: joiner.history(of: parts))
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
