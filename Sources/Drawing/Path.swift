/// An outline made of straight lines and cubic curves.
///
/// Every shape a chart draws, circles and rectangles included, is a path by
/// the time it reaches a scene, so a backend has only four cases to handle.
public struct Path: Hashable, Sendable {
    public enum Element: Hashable, Sendable {
        case move(Point)
        case line(Point)
        case curve(Point, control1: Point, control2: Point)
        case close

        /// Returns the element with its points elsewhere.
        ///
        /// Inlinable, since backends ask it of every element they draw.
        @inlinable public func mapped(_ place: (Point) -> Point) -> Element {
            switch self {
            case .move(let point): .move(place(point))
            case .line(let point): .line(place(point))
            case .curve(let point, let control1, let control2): .curve(place(point), control1: place(control1), control2: place(control2))
            case .close: .close
            }
        }
    }

    public private(set) var elements: [Element]

    public init(_ elements: [Element] = []) {
        self.elements = elements
    }

    public init(_ rect: Rect) {
        self.init([
            .move(Point(x: rect.left, y: rect.top)),
            .line(Point(x: rect.right, y: rect.top)),
            .line(Point(x: rect.right, y: rect.bottom)),
            .line(Point(x: rect.left, y: rect.bottom)),
            .close,
        ])
    }

    /// A path that joins `points` with straight lines, left open at the end.
    public init(through points: some Sequence<Point>) {
        self.init(points.enumerated().map { $0.offset == 0 ? .move($0.element) : .line($0.element) })
    }

    /// The smallest rectangle around the path's points, control points included; nil for an empty path.
    public var bounds: Rect? {
        var bounds: Rect?
        func include(_ point: Point) {
            let spot = Rect(left: point.x, top: point.y, right: point.x, bottom: point.y)
            bounds = bounds?.union(spot) ?? spot
        }
        for element in elements {
            switch element {
            case .move(let point), .line(let point): include(point)
            case .curve(let point, let control1, let control2):
                include(point)
                include(control1)
                include(control2)
            case .close: break
            }
        }
        return bounds
    }
}
