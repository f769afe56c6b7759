import CDeflate

/// Writes PNG files (W3C Portable Network Graphics, third edition).
///
/// Charts are flat: most rows equal the row above. Those are found by one
/// comparison and never converted, which is why this is several times faster
/// than a general encoder.
public struct PNGEncoder: Sendable {
    /// From 1, fast, to 12, small; 6 is where smaller begins to cost much more time.
    public var compressionLevel: Int

    public init(compressionLevel: Int = 6) {
        self.compressionLevel = compressionLevel
    }

    /// The words and the resolution that go with a picture.
    struct Description {
        var title: String
        var summary: String
        /// In pixels to the CSS pixel, 96 of which make an inch.
        var scale: Double
    }

    /// Pixels as Cairo keeps them: 32 bits in the machine's order, alpha, red, green, blue, premultiplied.
    struct Raster {
        var pixels: UnsafePointer<UInt8>
        var bytesPerRow: Int
        var width: Int
        var height: Int
    }

    func encode(_ raster: Raster, _ description: Description) throws(RenderingError) -> [UInt8] {
        let hasAlpha = !raster.isOpaque
        let data = try compressed(hasAlpha ? raster.filteredRGBA() : raster.filteredRGB())
        var file = PNGFile()
        let colorType: UInt8 = hasAlpha ? 6 : 2
        file.chunk("IHDR") { bytes in
            bytes.append(bigEndian: UInt32(raster.width))
            bytes.append(bigEndian: UInt32(raster.height))
            bytes += [8, colorType, 0, 0, 0]
        }
        file.chunk("pHYs") { bytes in
            let pixelsPerMeter = UInt32((description.scale * 96 / 0.0254).rounded())
            bytes.append(bigEndian: pixelsPerMeter)
            bytes.append(bigEndian: pixelsPerMeter)
            bytes.append(1)
        }
        file.text(description.title, keyword: "Title")
        file.text(description.summary, keyword: "Description")
        file.chunk("IDAT") { $0 += data }
        file.chunk("IEND") { _ in }
        return file.bytes
    }

    /// Returns `rows` as a zlib stream.
    private func compressed(_ rows: [UInt8]) throws(RenderingError) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(Int32(max(1, min(12, compressionLevel)))) else { throw .compression }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, rows.count)
        // Room for the worst case would be kept by an array for as long as the picture is, so it is given back here.
        let data = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bound) { room in
            let count = libdeflate_zlib_compress(compressor, rows, rows.count, room.baseAddress, room.count)
            return Array(room[..<count])
        }
        guard !data.isEmpty else { throw .compression }
        return data
    }
}
