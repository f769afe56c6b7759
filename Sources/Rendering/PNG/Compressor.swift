import CDeflate

/// libdeflate at one level, with the memory that it works in.
package final class Compressor {
    private let handle: OpaquePointer
    let level: Int

    /// - Parameter level: from 1, fast, to 12, small.
    package init(level: Int) throws(RenderingError) {
        guard let handle = libdeflate_alloc_compressor(Int32(level)) else { throw .compression }
        self.handle = handle
        self.level = level
    }

    deinit { libdeflate_free_compressor(handle) }

    /// Returns `bytes` as a zlib stream (RFC 1950).
    package func zlibStream(of bytes: UnsafeRawBufferPointer) throws(RenderingError) -> [UInt8] {
        try stream(of: bytes, bound: libdeflate_zlib_compress_bound, compress: libdeflate_zlib_compress)
    }

    /// Returns `bytes` as a gzip file (RFC 1952) without a name and a date: equal bytes give equal files.
    func gzipFile(of bytes: UnsafeRawBufferPointer) throws(RenderingError) -> [UInt8] {
        try stream(of: bytes, bound: libdeflate_gzip_compress_bound, compress: libdeflate_gzip_compress)
    }

    private func stream(
        of bytes: UnsafeRawBufferPointer, bound: (OpaquePointer?, Int) -> Int,
        compress: (OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int) -> Int
    ) throws(RenderingError) -> [UInt8] {
        let bound = bound(handle, bytes.count)
        // Room for the worst case would be kept by an array for as long as the picture is, so it is given back here.
        let stream = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bound) { room in
            let count = compress(handle, bytes.baseAddress, bytes.count, room.baseAddress, room.count)
            return Array(room[..<count])
        }
        guard !stream.isEmpty else { throw .compression }
        return stream
    }
}

extension [UInt8] {
    /// Returns the bytes as a gzip file, for text that is sent (RFC 1952). Equal bytes give equal files; about 100 MB take a second.
    public func gzipped() throws(RenderingError) -> [UInt8] {
        let compressor = try Compressor(level: 6)
        // A typed error does not pass through the standard library's closures.
        return try withUnsafeBytes { bytes in Result { () throws(RenderingError) in try compressor.gzipFile(of: bytes) } }.get()
    }
}
