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
