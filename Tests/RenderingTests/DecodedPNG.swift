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
        width = Int(cairo_image_surface_get_width(surface))
        height = Int(cairo_image_surface_get_height(surface))
        pixels = [UInt32](repeating: 0, count: width * height)
        // Cairo itself copies them, since a loop over so many would take most of a test's time.
        let size = (width: Int32(width), height: Int32(height))
        pixels.withUnsafeMutableBytes { bytes in
            let data = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let copy = cairo_image_surface_create_for_data(data, CAIRO_FORMAT_ARGB32, size.width, size.height, size.width * 4)
            defer { cairo_surface_destroy(copy) }
            let context = cairo_create(copy)
            defer { cairo_destroy(context) }
            cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
            cairo_set_source_surface(context, surface, 0, 0)
            cairo_paint(context)
            cairo_surface_flush(copy)
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
