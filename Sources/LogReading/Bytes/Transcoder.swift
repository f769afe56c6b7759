#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes UTF-8 of a text in another encoding, by iconv.
///
/// What has no meaning in the encoding becomes a byte that UTF-8 never has, so that the row is refused and no other.
final class Transcoder: ByteStream {
    private let base: any ByteStream
    private let descriptor: iconv_t
    private var input = [UInt8](repeating: 0, count: 32 << 10)
    private var unread = 0..<0
    private var output: [UInt8] = []
    private var outputStart = 0
    private var isExhausted = false

    /// Fails when iconv does not know the encoding.
    init?(_ base: any ByteStream, from encoding: String) {
        let descriptor = iconv_open("UTF-8", encoding)
        guard let descriptor, descriptor != iconv_t(bitPattern: -1) else { return nil }
        self.base = base
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    var bytesRead: Int { base.bytesRead }

    static func knows(_ encoding: String) -> Bool { Transcoder(MemoryStream([]), from: encoding) != nil }

    /// Returns the text of some bytes; what has no meaning is left out of it.
    static func text(_ bytes: [UInt8], in encoding: String) -> String? {
        guard let transcoder = Transcoder(MemoryStream(bytes), from: encoding) else { return nil }
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        let count = output.fill { (try? transcoder.read(into: $0)) ?? 0 }
        return String(decoding: output[..<count], as: UTF8.self)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PurchaseLogError) -> Int {
        var filled = 0
        while filled < buffer.count {
            if outputStart == output.count {
                guard try convertMore() else { break }
                continue
            }
            let count = min(buffer.count - filled, output.count - outputStart)
            output.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[outputStart..<outputStart + count]))
            }
            outputStart += count
            filled += count
        }
        return filled
    }

    /// Converts what is there of the input; false at the end.
    private func convertMore() throws(PurchaseLogError) -> Bool {
        try refill()
        guard !unread.isEmpty else { return false }
        var converted = [UInt8](repeating: 0, count: unread.count * 4 + 16)
        var (used, written, fault) = (0, 0, Int32(0))
        let range = unread
        input.withUnsafeMutableBytes { inputBytes in
            converted.withUnsafeMutableBytes { outputBytes in
                var from = inputBytes.baseAddress.map { $0.assumingMemoryBound(to: CChar.self) + range.lowerBound }
                var to = outputBytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (inLeft, outLeft) = (range.count, outputBytes.count)
                if iconv(descriptor, &from, &inLeft, &to, &outLeft) == -1 { fault = errno }
                (used, written) = (range.count - inLeft, outputBytes.count - outLeft)
            }
        }
        output = Array(converted[..<written])
        outputStart = 0
        unread = range.lowerBound + used..<range.upperBound
        // A character that is cut at the end of what was read is completed by what follows; at the end of all it has no meaning.
        if fault == EILSEQ || (fault == EINVAL && isExhausted) {
            output.append(0xFF)
            unread = unread.dropFirst()
        }
        return true
    }

    private func refill() throws(PurchaseLogError) {
        guard !isExhausted, unread.count < 16 else { return }
        let rest = Array(input[unread])
        for (index, byte) in rest.enumerated() { input[index] = byte }
        let wanted = input.count - rest.count
        let count = try input.fill(from: rest.count) { [base] bytes throws(PurchaseLogError) in try base.read(into: bytes) }
        isExhausted = count < wanted
        unread = 0..<rest.count + count
    }
}
