import Drawing
import Typography

extension Surface {
    /// Fills `masks` with a color on a bitmap, as one shape.
    ///
    /// The masks are added up first, so that a color that lets light through is not darker where two glyphs touch.
    func fill(_ masks: [GlyphMask.Placed], color: Color) {
        let bounds = masks.lazy.map(PixelRect.init).filter { !$0.isEmpty }.reduce(PixelRect.none) { $0.union($1) }.intersection(canvas)
        guard !bounds.isEmpty, let pixels = beginPixelAccess() else { return }
        let paint = PixelPaint(color)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bounds.width * bounds.height) { sum in
            sum.update(repeating: 0)
            let coverage = sum.baseAddress.unsafelyUnwrapped
            for mask in masks { mask.add(to: coverage, bytesPerRow: bounds.width, of: bounds) }
            var place = 0
            for y in bounds.top..<bounds.bottom {
                let row = pixels.row(y)
                for x in bounds.left..<bounds.right {
                    if coverage[place] > 0 { paint.cover(&row[x], UInt32(coverage[place])) }
                    place += 1
                }
            }
        }
        endPixelAccess()
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

extension Surface {
    /// As many rows of a line are drawn at once, which bounds the memory for them.
    private static let stripeHeight = 128

    /// Draws a line on a bitmap. Where it crosses or touches itself it is as dark as elsewhere.
    func stroke(_ line: PixelLine, color: Color) {
        let bounds = line.bounds(on: canvas)
        guard !bounds.isEmpty, let pixels = beginPixelAccess() else { return }
        let paint = PixelPaint(color)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bounds.width * min(Self.stripeHeight, bounds.height)) { coverage in
            coverage.update(repeating: 0)
            for top in stride(from: bounds.top, to: bounds.bottom, by: Self.stripeHeight) {
                var stripe = bounds
                (stripe.top, stripe.bottom) = (top, min(top + Self.stripeHeight, bounds.bottom))
                line.draw(in: stripe, on: pixels, paint, coverage: coverage.baseAddress.unsafelyUnwrapped)
            }
        }
        endPixelAccess()
    }
}
