import CZlib

/// Inflates a gzip file as it is read, one member after the other.
final class GzipReader: ByteStream {
    private let file: LogFile
    // zlib keeps a pointer back to its stream, so that the stream must not move.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    /// Whether a member has ended and no other has begun.
    private var isBetweenMembers = false
    private(set) var bytesRead = 0

    init(_ file: LogFile) throws(PurchaseLogError) {
        self.file = file
        stream.initialize(to: z_stream())
        // inflateInit2
        guard cartograph_inflate_init_gzip(stream) == Z_OK else { throw .cannotRead(reason: "zlib could not be started") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Fills `output`, and returns how many bytes there were; fewer than its size only at the end of the last member.
    func read(into output: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(output.count)
        while stream.pointee.avail_out > 0 {
            if stream.pointee.avail_in == 0, try !refill() {
                guard isBetweenMembers else { throw .truncatedGzip }
                break
            }
            if isBetweenMembers, !skipPadding() { continue }
            try inflateMore()
        }
        return output.count - Int(stream.pointee.avail_out)
    }

    private func refill() throws(PurchaseLogError) -> Bool {
        let count = try file.read(into: input, at: bytesRead)
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_in = uInt(count)
        bytesRead += count
        return count > 0
    }

    /// Passes over the zeros that fill up the last block of a tape, and returns whether something else follows.
    private func skipPadding() -> Bool {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        return stream.pointee.avail_in > 0
    }

    private func inflateMore() throws(PurchaseLogError) {
        isBetweenMembers = false
        switch inflate(stream, Z_NO_FLUSH) {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END:
            inflateReset(stream)
            isBetweenMembers = true
        default:
            throw .damagedGzip(reason: stream.pointee.msg.map { String(cString: $0) } ?? "it cannot be inflated")
        }
    }
}
