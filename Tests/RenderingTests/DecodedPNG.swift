import CCairo

/// A PNG as Cairo's own reader sees it.
struct DecodedPNG: Equatable {
    var width: Int
    var height: Int
    /// Alpha, red, green, blue in one number, premultiplied, row by row.
    var pixels: [UInt32]

    struct Unreadable: Error {}

    init(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        let surface = withUnsafeMutablePointer(to: &rest) { rest in
            cairo_image_surface_create_from_png_stream(
                { source, target, count in
                    guard let rest = source?.assumingMemoryBound(to: ArraySlice<UInt8>.self), let target, rest.pointee.count >= Int(count)
                    else { return CAIRO_STATUS_READ_ERROR }
                    for index in 0..<Int(count) { target[index] = rest.pointee[rest.pointee.startIndex + index] }
                    rest.pointee.removeFirst(Int(count))
                    return CAIRO_STATUS_SUCCESS
                }, rest
            )
        }
        defer { cairo_surface_destroy(surface) }
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw Unreadable() }
        self.init(surface)
    }

    /// Copies the pixels of a bitmap; one without alpha is opaque.
    init(_ surface: OpaquePointer) {
        cairo_surface_flush(surface)
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let opaque: UInt32 = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24 ? 0xFF00_0000 : 0
        pixels = []
        pixels.reserveCapacity(width * height)
        guard let data = cairo_image_surface_get_data(surface) else { return }
        for y in 0..<height {
            let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
            pixels.append(contentsOf: UnsafeBufferPointer(start: row, count: width).lazy.map { $0 | opaque })
        }
    }

    subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }

    func column(_ x: Int) -> [UInt32] { (0..<height).map { self[x, $0] } }
    func row(_ y: Int) -> [UInt32] { (0..<width).map { self[$0, y] } }

    /// Returns the mean absolute difference of red, green and blue from another picture of the same size, in 255ths.
    func difference(from other: DecodedPNG) -> Double {
        guard width == other.width, height == other.height else { return .infinity }
        var sum = 0
        for (one, two) in zip(pixels, other.pixels) where one != two {
            for shift: UInt32 in [0, 8, 16] { sum += abs(Int(one >> shift & 255) - Int(two >> shift & 255)) }
        }
        return Double(sum) / Double(3 * pixels.count)
    }
}
