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
