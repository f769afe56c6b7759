import Histories
import Storage

/// Decodes what runs hold: one has memory that is good for all of them.
final class RecordDecoder {
    private let decoder = HistoryDecoder()

    func history(of bytes: [UInt8], _ user: ExactText) throws(StorageError) -> History {
        do throws(HistoryError) { return try decoder.decode(bytes) } catch { throw StorageError(error, of: user) }
    }
}

/// Writes sorted runs to a file, which is made for the first of them.
///
/// A record is two lengths in four bytes each, the shopper's id and their history as `HistoryEncoder` writes it. As soon as there are so many
/// runs that reading all of them at once would take much memory, they become one.
struct RunWriter: ~Copyable {
    private(set) var file: SpillFile?
    private let bound: Int
    /// By how often their lines were merged, the most often merged last: these came first.
    private var levels: [[SortedLog.Run]] = [[]]
    private var end = 0
    /// A run is read once, soon: deflating it would take longer than writing it.
    private var encoder = HistoryEncoder(deflates: false)
    private var buffer: [UInt8] = []

    private static let bufferSize = 1 << 18

    init(bound: Int) { self.bound = bound }

    /// In the order in which their lines came.
    var runs: [SortedLog.Run] { levels.reversed().flatMap { $0 } }

    mutating func write(_ shoppers: [SortedLog.Shopper]) throws {
        let start = end
        var encoded: [UInt8] = []
        for shopper in shoppers {
            do throws(HistoryError) { encoded = try encoder.encode(shopper.history) } catch { throw StorageError(error, of: shopper.user) }
            try append(shopper.user, encoded)
        }
        try flush()
        levels[0].append(SortedLog.Run(bytes: start..<end))
        var level = 0
        while levels[level].count >= bound {
            let merged = try merge(levels[level])
            levels[level] = []
            level += 1
            if level == levels.count { levels.append([]) }
            levels[level].append(merged)
        }
    }

    private mutating func append(_ user: ExactText, _ history: [UInt8]) throws {
        for count in [user.value.utf8.count, history.count] {
            withUnsafeBytes(of: UInt32(count).littleEndian) { buffer.append(contentsOf: $0) }
        }
        buffer.append(contentsOf: user.value.utf8)
        buffer.append(contentsOf: history)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private mutating func flush() throws {
        let file = try self.file ?? SpillFile()
        self.file = file
        try file.write(buffer, at: end)
        end += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    /// Copies runs into one that has the records of each shopper side by side, in their order.
    private mutating func merge(_ runs: [SortedLog.Run]) throws -> SortedLog.Run {
        let start = end
        var readers = runs.map { RunReader($0, in: file) }
        for place in readers.indices { try readers[place].advance() }
        while let user = readers.compactMap(\.user).min() {
            for place in readers.indices {
                while readers[place].user == user {
                    try append(user, readers[place].bytes)
                    try readers[place].advance()
                }
            }
        }
        try flush()
        return SortedLog.Run(bytes: start..<end)
    }
}

/// Reads a run, a record at a time.
struct RunReader {
    private let file: SpillFile?
    private var unread: Range<Int>
    private var buffer: ArraySlice<UInt8> = []
    private var inMemory: ArraySlice<SortedLog.Shopper> = []
    /// Whose the record is that it stands at; nil at the end.
    private(set) var user: ExactText?
    /// The history of that record, encoded; empty in a run that never left memory.
    private(set) var bytes: [UInt8] = []
    private var current: History?

    private static let chunkSize = 1 << 16

    init(_ run: SortedLog.Run, in file: SpillFile?) { (self.file, unread) = (file, run.bytes) }

    init(_ shoppers: [SortedLog.Shopper]) { (file, unread, inMemory) = (nil, 0..<0, shoppers[...]) }

    mutating func advance() throws {
        if let shopper = inMemory.popFirst() {
            (user, current) = (shopper.user, shopper.history)
            return
        }
        (user, current, bytes) = (nil, nil, [])
        guard !(unread.isEmpty && buffer.isEmpty) else { return }
        let head = try take(8)
        let counts = head.withUnsafeBytes { bytes in
            [0, 4].map { Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self))) }
        }
        user = ExactText(String(decoding: try take(counts[0]), as: UTF8.self))
        bytes = try take(counts[1])
    }

    func history(_ decoder: RecordDecoder) throws(StorageError) -> History? {
        if let current { return current }
        guard let user else { return nil }
        return try decoder.history(of: bytes, user)
    }

    private mutating func take(_ count: Int) throws -> [UInt8] {
        if buffer.count < count, let file {
            let added = min(unread.count, max(Self.chunkSize, count - buffer.count))
            buffer = ArraySlice(Array(buffer) + (try file.read(added, at: unread.lowerBound)))
            unread = unread.lowerBound + added..<unread.upperBound
        }
        defer { buffer = buffer.dropFirst(count) }
        return Array(buffer.prefix(count))
    }
}
