extension Path {
    /// The edge of a rectangle whose two corners are rounded.
    public enum Edge: Hashable, Sendable { case top, bottom, left, right }

    /// A rectangle with the two corners of one edge rounded, as a bar's at its value.
    ///
    /// The radius shrinks to what the rectangle has room for.
    public init(_ rect: Rect, rounding edge: Edge, radius: Double) {
        let isHorizontal = edge == .top || edge == .bottom
        let radius = min(radius, isHorizontal ? min(rect.width / 2, rect.height) : min(rect.height / 2, rect.width))
        guard radius > 0 else {
            self.init(rect)
            return
        }
        let rounded: [Bool] =
            switch edge {
            case .top: [true, true, false, false]
            case .right: [false, true, true, false]
            case .bottom: [false, false, true, true]
            case .left: [true, false, false, true]
            }
        let corners = [
            Point(x: rect.left, y: rect.top), Point(x: rect.right, y: rect.top),
            Point(x: rect.right, y: rect.bottom), Point(x: rect.left, y: rect.bottom),
        ]
        var elements: [Element] = []
        for (index, corner) in corners.enumerated() {
            let before = corner.moved(toward: corners[(index + 3) % 4], by: rounded[index] ? radius : 0)
            elements.append(index == 0 ? .move(before) : .line(before))
            guard rounded[index] else { continue }
            let after = corner.moved(toward: corners[(index + 1) % 4], by: radius)
            elements.append(
                .curve(
                    after, control1: before.moved(toward: corner, by: radius * Self.quarterCircle),
                    control2: after.moved(toward: corner, by: radius * Self.quarterCircle)
                )
            )
        }
        self.init(elements + [.close])
    }

    /// Where a cubic curve's control points lie on the tangents, in radii, for a quarter of a circle: 4/3 (√2 − 1).
    static let quarterCircle = 0.552_284_749_830_793_4
}

extension Point {
    /// Returns the point `distance` along the horizontal or vertical way to `other`.
    fileprivate func moved(toward other: Point, by distance: Double) -> Point {
        Point(x: x + distance * (other.x - x).signOrZero, y: y + distance * (other.y - y).signOrZero)
    }
}

extension Double {
    fileprivate var signOrZero: Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
