import Rendering

/// The least that any program has to do for a PNG with a palette: a tight loop for each step, and nothing between them.
///
/// It fills a canvas, reads every pixel once to write a byte for it, and deflates the bytes of the palette's picture
/// with libdeflate at its fastest level. Nothing is drawn and no color is looked up.
struct LeastWork {
    private let rows: [UInt8]
    private let compressor: Compressor
    private var canvas: [UInt32]
    private var bytes: [UInt8]

    init(for bitmap: borrowing Bitmap) throws(RenderingError) {
        rows = try bitmap.paletteRows()
        compressor = try Compressor(level: 1)
        canvas = [UInt32](repeating: 0, count: bitmap.width * bitmap.height)
        bytes = [UInt8](repeating: 0, count: canvas.count)
    }

    /// Does the work, and returns the size of what comes of it.
    mutating func run() throws(RenderingError) -> Int {
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
