import CDeflate

/// A PNG file being written, chunk by chunk.
struct PNGFile {
    private(set) var bytes: [UInt8] = []

    /// Begins a file of about `capacity` bytes.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        bytes += [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }

    /// Appends a chunk of the four-letter type `type` with what `write` appends.
    mutating func chunk(_ type: String, _ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        bytes.append(bigEndian: 0)
        bytes += type.utf8
        let contentStart = bytes.count
        write(&bytes)
        let length = UInt32(bytes.count - contentStart)
        for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * UInt32(index))) }
        // The sum covers the type and the content, not the length.
        let checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress?.advanced(by: start + 4), $0.count - start - 4) }
        bytes.append(bigEndian: checksum)
    }

    /// Appends an `iTXt` chunk; none for an empty text.
    ///
    /// - Parameter stream: the text as a zlib stream, which is written where it is the shorter one.
    mutating func text(_ text: [UInt8], deflated stream: [UInt8], keyword: String) {
        guard !text.isEmpty else { return }
        let isDeflated = stream.count < text.count
        chunk("iTXt") { bytes in
            bytes += keyword.utf8
            // The keyword's end, whether it is compressed, by zlib, no language, no translated keyword.
            bytes += [0, isDeflated ? 1 : 0, 0, 0, 0]
            bytes += isDeflated ? stream : text
        }
    }

    /// Appends the colors of a palette, and the alpha of those that let light through.
    mutating func palette(_ palette: Palette) {
        chunk("PLTE") { bytes in
            for color in palette.entries {
                for shift: UInt32 in [16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: color >> shift)) }
            }
        }
        let alphas = palette.entries.lazy.map { UInt8($0 >> 24) }.prefix { $0 < 255 }
        if !alphas.isEmpty { chunk("tRNS") { $0 += alphas } }
    }
}

extension [UInt8] {
    mutating func append(bigEndian value: UInt32) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
