import CCairo
import Drawing

extension Surface {
    /// As many rows of a line are drawn at once, which bounds the memory for them.
    private static let stripeHeight = 128

    /// Draws a line on a bitmap. Where it crosses or touches itself it is as dark as elsewhere.
    func stroke(_ line: PixelLine, color: Color) {
        let bounds = line.bounds(on: canvas)
        cairo_surface_flush(pointer)
        guard !bounds.isEmpty, let pixels = cairo_image_surface_get_data(pointer) else { return }
        let bitmap = PixelLine.Canvas(pixels: pixels, bytesPerRow: Int(cairo_image_surface_get_stride(pointer)))
        let paint = PixelLine.Paint(color)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bounds.width * min(Self.stripeHeight, bounds.height)) { coverage in
            coverage.update(repeating: 0)
            for top in stride(from: bounds.top, to: bounds.bottom, by: Self.stripeHeight) {
                var stripe = bounds
                (stripe.top, stripe.bottom) = (top, min(top + Self.stripeHeight, bounds.bottom))
                line.draw(in: stripe, on: bitmap, paint, coverage: coverage.baseAddress.unsafelyUnwrapped)
            }
        }
        cairo_surface_mark_dirty(pointer)
    }
}

extension PixelLine {
    /// The pixels of a bitmap, as `PNGEncoder.Raster` has them, to be painted.
    struct Canvas {
        let pixels: UnsafeMutablePointer<UInt8>
        let bytesPerRow: Int

        @inline(__always) func row(_ y: Int) -> UnsafeMutablePointer<UInt32> {
            UnsafeMutableRawPointer(pixels + y &* bytesPerRow).assumingMemoryBound(to: UInt32.self)
        }
    }

    /// A color that is laid over pixels.
    struct Paint {
        /// Two premultiplied channels of 16 bits each, which are multiplied at once: red and blue, alpha and green.
        private let redBlue: UInt32
        private let alphaGreen: UInt32
        private let alpha: UInt32
        private let pixel: UInt32

        init(_ color: Color) {
            alpha = UInt32(color.alpha)
            redBlue = Self.scaled(UInt32(color.red) << 16 | UInt32(color.blue), by: alpha)
            alphaGreen = alpha << 16 | Self.scaled(UInt32(color.green), by: alpha)
            pixel = alphaGreen << 8 | redBlue
        }

        /// Lays the color over a pixel that is covered so far, 255 being wholly.
        @inline(__always) func cover(_ pixel: inout UInt32, _ coverage: UInt32) {
            if coverage & alpha == 255 { return pixel = self.pixel }
            let rest = 255 &- Self.scaled(alpha, by: coverage)
            let lower = Self.scaled(redBlue, by: coverage) &+ Self.scaled(pixel & 0xFF00FF, by: rest)
            let upper = Self.scaled(alphaGreen, by: coverage) &+ Self.scaled(pixel >> 8 & 0xFF00FF, by: rest)
            pixel = upper << 8 | lower
        }

        /// Returns two channels times `factor`, of 255, each rounded.
        @inline(__always) private static func scaled(_ channels: UInt32, by factor: UInt32) -> UInt32 {
            // Exact for all products of two bytes (Blinn, "Three Wrongs Make a Right", 1995).
            let product = channels &* factor &+ 0x800080
            return (product &+ (product >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF
        }
    }
}
