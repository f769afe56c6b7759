import CCairo

/// A glyph drawn in pixels: how much of each one it covers.
package struct GlyphMask: Sendable {
    /// The first column and row, counted from the pixel in which the glyph's origin is.
    package let left: Int
    package let top: Int
    package let width: Int
    package let height: Int
    /// From 0 to 255, row by row.
    package let coverage: [UInt8]

    /// A mask and the pixel of its first column and row on a bitmap.
    package struct Placed: Sendable {
        package let mask: GlyphMask
        package let x: Int
        package let y: Int
    }
}

extension GlyphMask {
    /// How many places there are for an origin between one pixel and the next.
    static let phases = 4

    /// Draws a glyph with its origin `phase` quarters right of a pixel's left border; nil when there is no memory for it.
    init?(of glyph: UInt32, face: Face, pixelSize: Double, phase: Int) {
        func trace(_ context: OpaquePointer?) {
            cairo_set_font_face(context, face.cairoFace)
            cairo_set_font_size(context, pixelSize)
            var outline = cairo_glyph_t(index: UInt(glyph), x: Double(phase) / Double(Self.phases), y: 0)
            cairo_glyph_path(context, &outline, 1)
        }
        var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
        let measured = Self.draw(width: 1, height: 1) { context in
            trace(context)
            cairo_fill_extents(context, &left, &top, &right, &bottom)
        }
        guard measured != nil else { return nil }
        (self.left, self.top) = (Int(left.rounded(.down)), Int(top.rounded(.down)))
        (self.width, self.height) = (Int(right.rounded(.up)) - self.left, Int(bottom.rounded(.up)) - self.top)
        guard width > 0, height > 0 else {
            self.coverage = []
            return
        }
        let drawn = Self.draw(width: width, height: height) { [left = self.left, top = self.top] context in
            cairo_translate(context, -Double(left), -Double(top))
            trace(context)
            cairo_fill(context)
        }
        guard let drawn else { return nil }
        self.coverage = drawn
    }

    /// Returns the coverage that `draw` leaves on an empty bitmap; nil if Cairo failed.
    private static func draw(width: Int, height: Int, _ draw: (OpaquePointer?) -> Void) -> [UInt8]? {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        draw(context)
        cairo_surface_flush(surface)
        guard cairo_status(context) == CAIRO_STATUS_SUCCESS, let pixels = cairo_image_surface_get_data(surface) else { return nil }
        let stride = Int(cairo_image_surface_get_stride(surface))
        return (0..<height).flatMap { row in UnsafeBufferPointer(start: pixels + row * stride, count: width) }
    }
}
