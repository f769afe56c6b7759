/// A location in a scene, in points, measured from the top left.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A width and a height, in points.
public struct Size: Hashable, Sendable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
}

/// A rectangle whose edges are parallel to the scene's.
public struct Rect: Hashable, Sendable {
    public var left: Double
    public var top: Double
    public var right: Double
    public var bottom: Double

    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public init(_ size: Size) {
        self.init(left: 0, top: 0, right: size.width, bottom: size.height)
    }

    public var width: Double { right - left }
    public var height: Double { bottom - top }
    public var center: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

    public func inset(by distance: Double) -> Rect {
        Rect(left: left + distance, top: top + distance, right: right - distance, bottom: bottom - distance)
    }

    /// Whether the two share more than an edge.
    public func overlaps(_ other: Rect) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    public func contains(_ other: Rect) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    public func union(_ other: Rect) -> Rect {
        Rect(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom)
        )
    }
}
