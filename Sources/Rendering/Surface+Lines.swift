import Drawing

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
