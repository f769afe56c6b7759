import Drawing

extension MarkStyle.Curve {
    /// Returns the way through points, which begins with a move to the first.
    ///
    /// - Parameters:
    ///   - isVertical: whether values go up, and positions to the right.
    ///   - rect: what the way does not leave.
    func elements(through points: [Point], isVertical: Bool, within rect: Rect) -> [Path.Element] {
        guard let first = points.first else { return [] }
        func turned(_ point: Point) -> Point { isVertical ? point : Point(x: point.y, y: point.x) }
        func isInside(_ point: Point) -> Bool {
            point.x >= rect.left && point.x <= rect.right && point.y >= rect.top && point.y <= rect.bottom
        }
        func held(_ point: Point) -> Point {
            Point(x: min(max(point.x, rect.left), rect.right), y: min(max(point.y, rect.top), rect.bottom))
        }
        let places = points.map(turned)
        switch self {
        case .straight: return Path(through: points).elements
        case .stepAfter, .stepBefore, .step:
            let corners = zip(places, places.dropFirst()).flatMap { from, to -> [Point] in
                switch self {
                case .stepAfter: [Point(x: to.x, y: from.y), to]
                case .stepBefore: [Point(x: from.x, y: to.y), to]
                default: [Point(x: (from.x + to.x) / 2, y: from.y), Point(x: (from.x + to.x) / 2, y: to.y), to]
                }
            }
            return Path(through: [first] + corners.map(turned)).elements
        case .smooth, .monotone:
            let controls: [(before: Point, after: Point)]
            if case .smooth(let tension) = self {
                controls = Self.bent(places, min(max(tension, 0), 1))
            } else {
                controls = Self.monotone(places)
            }
            return [.move(first)]
                + points.indices.dropFirst().map { index in
                    let (from, to) = (turned(controls[index - 1].after), turned(controls[index].before))
                    // A curve lies between its points and the points that pull at it.
                    let isHeld = isInside(points[index - 1]) && isInside(points[index])
                    return .curve(points[index], control1: isHeld ? held(from) : from, control2: isHeld ? held(to) : to)
                }
        }
    }

    /// The same line from its other end.
    var reversed: MarkStyle.Curve {
        switch self {
        case .stepAfter: .stepBefore
        case .stepBefore: .stepAfter
        case .straight, .smooth, .monotone, .step: self
        }
    }

    /// What pulls at a line on either side of its points, along the line between the neighbors of each (R. Stephenson, "Curves through
    /// points", as Chart.js has it).
    private static func bent(_ points: [Point], _ tension: Double) -> [(before: Point, after: Point)] {
        points.indices.map { index in
            let (last, point, next) = (points[max(index - 1, 0)], points[index], points[min(index + 1, points.count - 1)])
            let (before, after) = (distance(last, point), distance(point, next))
            guard before + after > 0 else { return (point, point) }
            let (first, second) = (tension * before / (before + after), tension * after / (before + after))
            return (
                Point(x: point.x - first * (next.x - last.x), y: point.y - first * (next.y - last.y)),
                Point(x: point.x + second * (next.x - last.x), y: point.y + second * (next.y - last.y))
            )
        }
    }

    private static func distance(_ a: Point, _ b: Point) -> Double { ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() }

    /// What pulls at a line so that it rises only where values do (M. Steffen, "A Simple Method for Monotonic Interpolation in One
    /// Dimension", 1990).
    private static func monotone(_ points: [Point]) -> [(before: Point, after: Point)] {
        let steps = zip(points, points.dropFirst()).map { (width: $1.x - $0.x, height: $1.y - $0.y) }
        let slopes = steps.map { $0.width == 0 ? 0 : $0.height / $0.width }
        var tangents = points.indices.map { index -> Double in
            guard index > 0, index < points.count - 1 else { return slopes.first ?? 0 }
            let (before, after) = (slopes[index - 1], slopes[index])
            guard before * after > 0 else { return 0 }
            let (left, right) = (steps[index - 1].width, steps[index].width)
            let mean = left + right == 0 ? 0 : (before * right + after * left) / (left + right)
            return (before < 0 ? -2 : 2) * min(abs(before), abs(after), abs(mean) / 2)
        }
        if points.count > 2 {
            let last = points.count - 1
            tangents[0] = (3 * slopes[0] - tangents[1]) / 2
            tangents[last] = (3 * slopes[last - 1] - tangents[last - 1]) / 2
        }
        return points.indices.map { index in
            let (before, after) = (index > 0 ? steps[index - 1].width / 3 : 0, index < steps.count ? steps[index].width / 3 : 0)
            let (point, slope) = (points[index], tangents[index])
            return (Point(x: point.x - before, y: point.y - slope * before), Point(x: point.x + after, y: point.y + slope * after))
        }
    }
}

extension [Path.Element] {
    /// Goes on to where the way would begin.
    var joiningFirst: [Path.Element] {
        if case .move(let point)? = first { [.line(point)] + dropFirst() } else { self }
    }
}
