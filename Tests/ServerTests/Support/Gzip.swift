import CDeflate

/// What a client does with a body in gzip.
enum Gzip {
    struct Damaged: Error {}

    static func inflated(_ file: [UInt8]) throws -> [UInt8] {
        // The last four bytes are the length (RFC 1952, section 2.3.1).
        guard file.count > 18, let decompressor = libdeflate_alloc_decompressor() else { throw Damaged() }
        defer { libdeflate_free_decompressor(decompressor) }
        let length = file.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        var bytes = [UInt8](repeating: 0, count: length)
        let result = file.withUnsafeBytes { input in
            bytes.withUnsafeMutableBytes { output in
                libdeflate_gzip_decompress(decompressor, input.baseAddress, input.count, output.baseAddress, output.count, nil)
            }
        }
        guard result == LIBDEFLATE_SUCCESS else { throw Damaged() }
        return bytes
    }
}
