import Drawing

/// A thin line from a slice to its name: straight out of the ring, then to the text.
struct Leader {
    let points: [Point]

    var path: Path { Path(through: points) }

    /// Whether the two have a point in common.
    func crosses(_ other: Leader) -> Bool {
        segments.contains { segment in other.segments.contains { Self.cross(segment, $0) } }
    }

    /// Whether the line runs through the circle.
    func cuts(circleAround center: Point, radius: Double) -> Bool {
        segments.contains { from, to in
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let length = dx * dx + dy * dy
            let share = length > 0 ? min(max(((center.x - from.x) * dx + (center.y - from.y) * dy) / length, 0), 1) : 0
            let (x, y) = (from.x + share * dx - center.x, from.y + share * dy - center.y)
            return x * x + y * y < radius * radius
        }
    }

    private var segments: [(from: Point, to: Point)] { zip(points, points.dropFirst()).map { ($0, $1) } }

    private static func cross(_ a: (from: Point, to: Point), _ b: (from: Point, to: Point)) -> Bool {
        func side(_ line: (from: Point, to: Point), _ point: Point) -> Double {
            (line.to.x - line.from.x) * (point.y - line.from.y) - (line.to.y - line.from.y) * (point.x - line.from.x)
        }
        return side(a, b.from) * side(a, b.to) <= 0 && side(b, a.from) * side(b, a.to) <= 0
    }
}
