extension [UInt8] {
    /// Returns the bytes as a gzip file, for text that is sent (RFC 1952). Equal bytes give equal files; about 100 MB take a second.
    public func gzipped() throws(RenderingError) -> [UInt8] {
        let compressor = try Compressor(level: 6)
        // A typed error does not pass through the standard library's closures.
        return try withUnsafeBytes { bytes in Result { () throws(RenderingError) in try compressor.gzipFile(of: bytes) } }.get()
    }
}
