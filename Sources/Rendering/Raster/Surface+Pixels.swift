import CCairo

/// The pixels of a bitmap, as `PNGEncoder.Raster` has them, to be painted.
struct PixelCanvas {
    let pixels: UnsafeMutablePointer<UInt8>
    let bytesPerRow: Int

    @inline(__always) func row(_ y: Int) -> UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer(pixels + y &* bytesPerRow).assumingMemoryBound(to: UInt32.self)
    }
}

extension Surface {
    /// All pixels of a bitmap.
    var canvas: PixelRect {
        PixelRect(
            left: 0, top: 0, right: Int(cairo_image_surface_get_width(pointer)), bottom: Int(cairo_image_surface_get_height(pointer))
        )
    }

    /// Returns the pixels of a bitmap, to be changed until `endPixelAccess`; nil for a surface in a state of failure.
    func beginPixelAccess() -> PixelCanvas? {
        cairo_surface_flush(pointer)
        guard let pixels = cairo_image_surface_get_data(pointer) else { return nil }
        return PixelCanvas(pixels: pixels, bytesPerRow: Int(cairo_image_surface_get_stride(pointer)))
    }

    /// Tells Cairo that it has to look at the pixels anew.
    func endPixelAccess() { cairo_surface_mark_dirty(pointer) }
}

/// A rectangle of whole pixels.
struct PixelRect {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    /// The rectangle that adds nothing to a union.
    static let none = PixelRect(left: .max, top: .max, right: .min, bottom: .min)

    var width: Int { right - left }
    var height: Int { bottom - top }
    var isEmpty: Bool { left >= right || top >= bottom }

    func union(_ other: PixelRect) -> PixelRect {
        PixelRect(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom)
        )
    }

    func intersection(_ other: PixelRect) -> PixelRect {
        PixelRect(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right), bottom: min(bottom, other.bottom)
        )
    }
}
