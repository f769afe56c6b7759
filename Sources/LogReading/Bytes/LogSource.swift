/// Bytes that come one after the other.
protocol ByteStream: AnyObject {
    /// How many bytes of the file on disk have been used.
    var bytesRead: Int { get }
    /// Fills `buffer`, and returns how many bytes there were; fewer than its size only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int
}

/// The text of a log in UTF-8, whatever its file holds it in.
final class LogSource {
    private let stream: any ByteStream
    private let maximumBytes: Int
    private let mapsReturns: Bool
    private var position = 0
    /// What the bytes so far say about being UTF-8.
    private(set) var census = UTF8Census()

    /// - Parameter mapsReturns: whether carriage returns that stand alone end lines.
    init(_ stream: any ByteStream, mapsReturns: Bool = false, maximumBytes: Int) {
        self.stream = stream
        self.mapsReturns = mapsReturns
        self.maximumBytes = maximumBytes
    }

    /// How many bytes of the file have been used.
    var bytesRead: Int { stream.bytesRead }

    /// Fills `buffer`, and returns how many bytes there were; fewer than its size only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        let count = try stream.read(into: buffer)
        position += count
        guard position <= maximumBytes else { throw .tooLong(limit: maximumBytes) }
        census.count(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        if mapsReturns { mapReturns(buffer, count) }
        return count
    }

    // A return before a line feed may become one as well: the empty line between the two is passed over, and counted as a line. Where
    // returns alone end lines there are few of those.
    private func mapReturns(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) {
        for index in 0..<count where buffer[index] == .carriageReturn {
            if index + 1 < count, buffer[index + 1] == .lineFeed || buffer[index + 1] == .carriageReturn { continue }
            buffer[index] = .lineFeed
        }
    }

    /// Reads the next bytes, as many as there are of `count`.
    func next(_ count: Int) throws(PurchaseLogError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = try bytes.fill { bytes throws(PurchaseLogError) in try read(into: bytes) }
        return Array(bytes.prefix(filled))
    }
}

/// A file as it is.
final class FileStream: ByteStream {
    private let file: LogFile
    private(set) var bytesRead = 0

    init(_ file: LogFile) { self.file = file }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        let count = try file.read(into: buffer, at: bytesRead)
        bytesRead += count
        return count
    }
}

/// Bytes in memory.
final class MemoryStream: ByteStream {
    private let bytes: [UInt8]
    private(set) var bytesRead = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - bytesRead)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[bytesRead..<bytesRead + count])) }
        bytesRead += count
        return count
    }
}

extension [UInt8] {
    /// Hands out the bytes from `start` on, to be filled.
    mutating func fill<Failure: Error>(
        from start: Int = 0, _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        try withUnsafeMutableBufferPointer { bytes throws(Failure) in
            try body(UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[start...]))
        }
    }
}
