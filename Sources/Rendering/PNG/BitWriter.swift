/// Bytes that are written bit by bit, the lowest bit of a byte first.
///
/// `reserve` makes room, and `append` writes without looking whether there is any.
struct BitWriter: ~Copyable {
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 8)
    private var end = 0
    /// Bits that are not written yet: after every `append` fewer than 8.
    private var pending: UInt64 = 0
    private var pendingBits = 0

    deinit { memory.deallocate() }

    /// What is written, without bits that do not fill a byte yet.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<end]) }
    var capacity: Int { memory.count }

    mutating func removeAll() { (end, pending, pendingBits) = (0, 0, 0) }

    /// Makes room for as many more bits.
    mutating func reserve(bits: Int) {
        // `append` writes eight bytes at once, of which all but the first may be past the end.
        let needed = end + (bits + pendingBits) / 8 + 16
        guard needed > memory.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(needed, 2 * memory.count), alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<end]))
        memory.deallocate()
        memory = larger
    }

    /// Appends the lowest `bits` of `value`, at most 56; its others are zero.
    @inline(__always) mutating func append(_ value: UInt64, bits: Int) {
        pending |= value &<< UInt64(truncatingIfNeeded: pendingBits)
        pendingBits &+= bits
        // In bounds, since room was reserved for these bits and for eight bytes after them.
        (memory.baseAddress.unsafelyUnwrapped + end).storeBytes(of: pending.littleEndian, as: UInt64.self)
        end &+= pendingBits &>> 3
        pending = pending &>> UInt64(truncatingIfNeeded: pendingBits & ~7)
        pendingBits &= 7
    }

    /// Appends a code of `HuffmanCode.table`.
    @inline(__always) mutating func append(_ entry: UInt32) { append(UInt64(entry & 0xFFFF), bits: Int(entry &>> 16)) }

    /// Appends bytes at the next border of one, after zeros up to it.
    mutating func appendAligned(_ values: [UInt8]) {
        reserve(bits: 8 * values.count + 8)
        append(0, bits: -pendingBits & 7)
        for value in values { append(UInt64(value), bits: 8) }
    }
}
