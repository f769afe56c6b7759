import Histories
import Storage

/// Writes sorted runs to a file, which is made for the first of them.
///
/// A record is two lengths in four bytes each, the shopper's id, and what else there is of the part. As soon as there are so many runs that
/// reading all of them at once would take much memory, they become one.
struct RunWriter: ~Copyable {
    private(set) var file: SpillFile?
    private let bound: Int
    /// By how often their lines were merged, the most often merged last: these came first.
    private var levels: [[SortedLog.Run]] = [[]]
    private var end = 0
    private var buffer: [UInt8] = []

    private static let bufferSize = 1 << 18

    init(bound: Int) { self.bound = bound }

    /// In the order in which their lines came.
    var runs: [SortedLog.Run] { levels.reversed().flatMap { $0 } }

    mutating func write(_ parts: [LogPart]) throws {
        let start = end
        var encoded: [UInt8] = []
        for part in parts {
            encoded.removeAll(keepingCapacity: true)
            encoded.append(part)
            try append(part.user, encoded)
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

    private mutating func append(_ user: ExactText, _ part: [UInt8]) throws {
        buffer.append(count: user.value.utf8.count)
        buffer.append(count: part.count)
        buffer.append(contentsOf: user.value.utf8)
        buffer.append(contentsOf: part)
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
    private var inMemory: ArraySlice<LogPart> = []
    /// Whose the record is that it stands at; nil at the end.
    private(set) var user: ExactText?
    /// The rest of that record; empty in a run that never left memory.
    private(set) var bytes: [UInt8] = []
    private var current: LogPart?

    private static let chunkSize = 1 << 16

    init(_ run: SortedLog.Run, in file: SpillFile?) { (self.file, unread) = (file, run.bytes) }

    init(_ parts: [LogPart]) { (file, unread, inMemory) = (nil, 0..<0, parts[...]) }

    mutating func advance() throws {
        if let part = inMemory.popFirst() {
            (user, current) = (part.user, part)
            return
        }
        (user, current, bytes) = (nil, nil, [])
        guard !(unread.isEmpty && buffer.isEmpty) else { return }
        var head = PartReader(try take(8))
        let (nameCount, count) = (try head.count(), try head.count())
        user = ExactText(String(decoding: try take(nameCount), as: UTF8.self))
        bytes = try take(count)
    }

    /// The part of the shopper that it stands at.
    func part() throws(StorageError) -> LogPart {
        if let current { return current }
        var reader = PartReader(bytes)
        return try reader.part(of: user ?? ExactText(""))
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

extension [UInt8] {
    /// Appends a part as `PartReader` reads it: its orders, its lines as they are in memory, and its own articles.
    fileprivate mutating func append(_ part: LogPart) {
        append(count: part.orders.count)
        for order in part.orders {
            append(text: order.id.value)
            append(count: order.lines.count)
        }
        append(count: part.lines.count)
        part.lines.withUnsafeBytes { append(contentsOf: $0) }
        append(count: part.ownArticles.count)
        for article in part.ownArticles {
            for text in [article.item, article.brand, article.category, article.product] { append(text: text) }
        }
    }

    fileprivate mutating func append(count: Int) { Swift.withUnsafeBytes(of: UInt32(count).littleEndian) { append(contentsOf: $0) } }

    private mutating func append(text: String) {
        append(count: text.utf8.count)
        append(contentsOf: text.utf8)
    }
}

/// Reads what this process wrote a moment ago, and nothing past the end.
private struct PartReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func count() throws(StorageError) -> Int {
        let place = try take(4).lowerBound
        return bytes.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self))) }
    }

    private mutating func text() throws(StorageError) -> String { String(decoding: bytes[try take(count())], as: UTF8.self) }

    private mutating func take(_ count: Int) throws(StorageError) -> Range<Int> {
        guard count <= bytes.count - place else { throw .unavailable(detail: "a temporary file is damaged") }
        defer { place += count }
        return place..<place + count
    }

    mutating func part(of user: ExactText) throws(StorageError) -> LogPart {
        var part = LogPart(user: user)
        var end = 0
        for _ in 0..<(try count()) {
            let (id, start) = (ExactText(try text()), end)
            end += try count()
            part.orders.append(LogPart.Order(id: id, lines: start..<end))
        }
        let count = try self.count()
        let range = try take(count * MemoryLayout<LogPart.Line>.stride)
        guard count == end else { throw .unavailable(detail: "a temporary file is damaged") }
        part.lines = [LogPart.Line](unsafeUninitializedCapacity: count) { lines, initialized in
            bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(lines).copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range])) }
            initialized = count
        }
        for _ in 0..<(try self.count()) {
            part.ownArticles.append(.init(item: try text(), brand: try text(), category: try text(), product: try text()))
        }
        return part
    }
}
