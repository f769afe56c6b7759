import CCairo

extension Bitmap {
    /// Encodes the picture with Cairo's own encoder, which is what ours is measured against.
    package borrowing func pngOfCairo() throws(RenderingError) -> [UInt8] {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { bytes in
            cairo_surface_write_to_png_stream(
                surface.pointer,
                { bytes, data, count in
                    bytes?.assumingMemoryBound(to: [UInt8].self).pointee.append(
                        contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, bytes
            )
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(String(cString: cairo_status_to_string(status))) }
        return bytes
    }
}

/// The least that any program has to do for a PNG with a palette: a tight loop for each step, and nothing between them.
///
/// It fills a canvas, reads every pixel once to write a byte for it, and deflates the bytes of the palette's picture
/// with libdeflate at its fastest level. Nothing is drawn and no color is looked up.
package struct LeastWork {
    private let rows: [UInt8]
    private let compressor: Compressor
    private var canvas: [UInt32]
    private var bytes: [UInt8]

    package init(for bitmap: borrowing Bitmap) throws(RenderingError) {
        rows = try bitmap.withRaster { raster throws(RenderingError) in
            try PNGWorkspace.use { workspace throws(RenderingError) in
                guard workspace.census.take(of: raster), let palette = Palette(of: workspace.census) else { return [] }
                workspace.census.writeRows(to: &workspace.rows, width: raster.width, height: raster.height, indices: palette.indices)
                return Array(workspace.rows.bytes)
            }
        }
        compressor = try Compressor(level: 1)
        canvas = [UInt32](repeating: 0, count: bitmap.width * bitmap.height)
        bytes = [UInt8](repeating: 0, count: canvas.count)
    }

    /// Does the work, and returns the size of what comes of it.
    package mutating func run() throws(RenderingError) -> Int {
        canvas.withUnsafeMutableBufferPointer { canvas in
            bytes.withUnsafeMutableBufferPointer { bytes in
                canvas.update(repeating: 0xFFFF_FFFF)
                for index in canvas.indices { bytes[index] = UInt8(truncatingIfNeeded: canvas[index] ^ canvas[index] >> 11) }
            }
        }
        return try rows.withUnsafeBufferPointer { rows throws(RenderingError) in
            try compressor.zlibStream(of: UnsafeRawBufferPointer(rows)).count
        }
    }
}
