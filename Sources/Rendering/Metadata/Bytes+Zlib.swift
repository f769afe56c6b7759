import CDeflate

extension [UInt8] {
    /// Returns the bytes as a zlib stream (RFC 1950), as small as libdeflate makes it in a moment. Equal bytes give equal streams.
    package func zlibStream() throws(RenderingError) -> [UInt8] {
        let compressor = try Compressor(level: 9)
        // A typed error does not pass through the standard library's closures.
        return try withUnsafeBytes { bytes in Result { () throws(RenderingError) in try compressor.zlibStream(of: bytes) } }.get()
    }

    /// Reads what a zlib stream holds; nil where it is broken, or holds more than that.
    ///
    /// - Parameter limit: the most bytes, which are also what reading takes of memory.
    package init?(inflating stream: some Collection<UInt8>, upTo limit: Int) {
        guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
        defer { libdeflate_free_decompressor(decompressor) }
        var count = 0
        var output = [UInt8](repeating: 0, count: limit)
        let result = Array(stream).withUnsafeBytes { input in
            output.withUnsafeMutableBytes {
                libdeflate_zlib_decompress(decompressor, input.baseAddress, input.count, $0.baseAddress, $0.count, &count)
            }
        }
        guard result == LIBDEFLATE_SUCCESS else { return nil }
        self = Array(output.prefix(count))
    }
}
