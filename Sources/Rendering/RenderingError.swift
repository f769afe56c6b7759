/// Why a scene could not be made into a picture.
public enum RenderingError: Error, Hashable, Sendable {
    /// The canvas is empty, or too large for a bitmap; sizes in points, scale in pixels to the point.
    case canvas(width: Double, height: Double, scale: Double)
    /// A shape or a text stands at a coordinate that is not a number or is further away than any canvas reaches.
    case coordinate(Double)
    /// Cairo's message, for the log: memory or a limit of Cairo's, never the scene's fault.
    case drawing(String)
    /// There was no memory to compress the picture.
    case compression
}

extension RenderingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .canvas(let width, let height, let scale):
            "a canvas of \(width) by \(height) at scale \(scale) cannot be drawn: make it at least one pixel wide and high, "
                + "at most \(Bitmap.sideLimit) either way and \(Bitmap.pixelLimit) pixels in all, at a scale of at most \(Bitmap.scaleLimit)"
        case .coordinate(let value):
            "something stands at the coordinate \(value): keep what is drawn within \(Surface.farthest) points of the origin"
        case .drawing(let message):
            "Cairo could not draw the picture: \(message)"
        case .compression:
            "the picture could not be compressed: make it smaller, or give the process more memory"
        }
    }
}
