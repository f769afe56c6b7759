/// The bytes of a log in their order, inflated when its file is gzip.
final class LogSource {
    private let file: LogFile
    private let gzip: GzipReader?
    private let maximumBytes: Int
    private var position = 0

    init(_ file: LogFile, maximumBytes: Int) throws(PurchaseLogError) {
        self.file = file
        self.maximumBytes = maximumBytes
        var magic: [UInt8] = [0, 0]
        _ = try magic.withUnsafeMutableBufferPointer { bytes throws(PurchaseLogError) in
            try file.read(into: UnsafeMutableRawBufferPointer(bytes), at: 0)
        }
        gzip = magic == [0x1F, 0x8B] ? try GzipReader(file) : nil
    }

    /// How many bytes of the file have been used.
    var bytesRead: Int { gzip?.bytesRead ?? position }

    /// Fills `buffer`, and returns how many bytes there were; fewer than its size only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        let count =
            if let gzip { try gzip.read(into: buffer) } else { try file.read(into: buffer, at: position) }
        position += count
        guard position <= maximumBytes else { throw .tooLong(limit: maximumBytes) }
        return count
    }

    /// Reads the next bytes, as many as there are of `count`.
    func next(_ count: Int) throws(PurchaseLogError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = try bytes.withUnsafeMutableBufferPointer { bytes throws(PurchaseLogError) in
            try read(into: UnsafeMutableRawBufferPointer(bytes))
        }
        return Array(bytes.prefix(filled))
    }
}
