import CCairo
import Typography

extension Surface {
    /// Fills `masks` with the current color on a bitmap, as one shape.
    ///
    /// The masks are added up first, so that a color that lets light through is not darker where two glyphs touch.
    func fill(_ masks: [GlyphMask.Placed]) {
        let bounds = masks.lazy.map(PixelRect.init).filter { !$0.isEmpty }.reduce(PixelRect.none) { $0.union($1) }.intersection(canvas)
        guard !bounds.isEmpty else { return }
        let sum = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(bounds.width), Int32(bounds.height))
        defer { cairo_surface_destroy(sum) }
        // Without memory there are no pixels; the surface is then in a state of failure, and so is the context that uses it.
        if let pixels = cairo_image_surface_get_data(sum) {
            let stride = Int(cairo_image_surface_get_stride(sum))
            for mask in masks { mask.add(to: pixels, bytesPerRow: stride, of: bounds) }
            cairo_surface_mark_dirty(sum)
        }
        cairo_save(context)
        cairo_identity_matrix(context)
        cairo_mask_surface(context, sum, Double(bounds.left), Double(bounds.top))
        cairo_restore(context)
    }
}

extension Surface {
    /// All pixels of a bitmap.
    var canvas: PixelRect {
        PixelRect(
            left: 0, top: 0, right: Int(cairo_image_surface_get_width(pointer)), bottom: Int(cairo_image_surface_get_height(pointer))
        )
    }
}

extension GlyphMask.Placed {
    /// Adds the coverage to pixels of one byte that stand for `bounds`; what lies outside is left out.
    fileprivate func add(to pixels: UnsafeMutablePointer<UInt8>, bytesPerRow: Int, of bounds: PixelRect) {
        let part = PixelRect(self).intersection(bounds)
        guard !part.isEmpty else { return }
        mask.coverage.withUnsafeBufferPointer { coverage in
            for row in part.top..<part.bottom {
                // `part` lies in both rectangles, so no index leaves the mask or the bitmap.
                var source = (row - y) * mask.width + part.left - x
                var target = (row - bounds.top) * bytesPerRow + part.left - bounds.left
                for _ in 0..<part.width {
                    let (sum, overflow) = pixels[target].addingReportingOverflow(coverage[source])
                    pixels[target] = overflow ? .max : sum
                    source += 1
                    target += 1
                }
            }
        }
    }
}

extension PixelRect {
    fileprivate init(_ placed: GlyphMask.Placed) {
        self.init(left: placed.x, top: placed.y, right: placed.x + placed.mask.width, bottom: placed.y + placed.mask.height)
    }
}
