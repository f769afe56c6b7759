import Synchronization

/// The memory that one picture is encoded in, kept for the next one.
///
/// It is `Sendable` though nothing in it is locked: `use` takes one out of the pool, or makes one, lends it to its closure alone,
/// and puts it back only after that, so that no two threads ever see the same one, and the pool's lock orders what they do with it.
final class PNGWorkspace: @unchecked Sendable {
    var histogram = ColorHistogram()
    /// The filtered rows of the file.
    var rows = RowBuffer()
    var deflater = RowDeflater()
    private var compressors: [Int: Compressor] = [:]

    private static let pool = Mutex<[PNGWorkspace]>([])
    /// As many are kept as processors are likely to be at work, each with no more memory than this for runs and for rows.
    private static let poolLimit = 16
    private static let keptBytes = 4 << 20

    /// Returns what `body` makes with a workspace of its own.
    static func use<Result>(_ body: (PNGWorkspace) throws(RenderingError) -> Result) throws(RenderingError) -> Result {
        let workspace = pool.withLock { $0.popLast() } ?? PNGWorkspace()
        defer {
            workspace.dropLargeBuffers()
            pool.withLock { if $0.count < poolLimit { $0.append(workspace) } }
        }
        return try body(workspace)
    }

    func compressor(level: Int) throws(RenderingError) -> Compressor {
        if let compressor = compressors[level] { return compressor }
        let compressor = try Compressor(level: level)
        compressors[level] = compressor
        return compressor
    }

    private func dropLargeBuffers() {
        if histogram.runBytes > Self.keptBytes { histogram = ColorHistogram() }
        if deflater.capacity > Self.keptBytes { deflater = RowDeflater() }
        if rows.capacity > Self.keptBytes { rows = RowBuffer() }
    }
}

/// Memory for the rows of a file, which stays when the next picture needs no more.
struct RowBuffer: ~Copyable {
    private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private(set) var count = 0

    deinit { memory.deallocate() }

    var capacity: Int { memory.count }
    var bytes: UnsafeMutableBufferPointer<UInt8> { UnsafeMutableBufferPointer(rebasing: memory[..<count]) }

    /// Makes room for so many bytes, all of which are then to be written before any of them is read.
    mutating func resize(to count: Int) {
        if count > memory.count {
            memory.deallocate()
            memory = .allocate(capacity: count)
        }
        self.count = count
    }
}
