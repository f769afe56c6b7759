import Foundation

extension Path {
    /// A slice of a ring, or the whole ring when the angles are a full turn apart.
    ///
    /// - Parameters:
    ///   - start: in radians, clockwise from 12 o'clock.
    ///   - end: not before `start`.
    ///   - innerRadius: 0 for a slice of a pie.
    public init(ringAround center: Point, innerRadius: Double, outerRadius: Double, from start: Double, to end: Double) {
        let isFullTurn = end - start >= 2 * Double.pi - 1e-9
        var elements = Self.arc(around: center, radius: outerRadius, from: start, to: end, begin: Element.move)
        if isFullTurn {
            elements.append(.close)
            if innerRadius > 0 {
                // Counter-clockwise, so that the hole is one under the winding rule.
                elements += Self.arc(around: center, radius: innerRadius, from: end, to: start, begin: Element.move) + [.close]
            }
        } else if innerRadius > 0 {
            elements += Self.arc(around: center, radius: innerRadius, from: end, to: start, begin: Element.line) + [.close]
        } else {
            elements += [.line(center), .close]
        }
        self.init(elements)
    }

    public init(circleAround center: Point, radius: Double) {
        self.init(ringAround: center, innerRadius: 0, outerRadius: radius, from: 0, to: 2 * .pi)
    }

    /// A part of a circle's outline, left open; the angles as for a slice of a ring.
    public init(arcAround center: Point, radius: Double, from start: Double, to end: Double) {
        self.init(Self.arc(around: center, radius: radius, from: start, to: end, begin: Element.move))
    }

    /// Returns curves of at most an eighth of a turn each: off the true circle by less than 10⁻⁵ of its radius.
    private static func arc(
        around center: Point, radius: Double, from start: Double, to end: Double, begin: (Point) -> Element
    ) -> [Element] {
        let count = max(1, Int((abs(end - start) / (.pi / 4)).rounded(.up)))
        let step = (end - start) / Double(count)
        let reach = 4.0 / 3.0 * tan(step / 4) * radius
        var elements = [begin(center.polar(radius, start))]
        for index in 0..<count {
            let (from, to) = (start + Double(index) * step, start + Double(index + 1) * step)
            let (first, last) = (center.polar(radius, from), center.polar(radius, to))
            elements.append(
                .curve(
                    last,
                    control1: Point(x: first.x + reach * cos(from), y: first.y + reach * sin(from)),
                    control2: Point(x: last.x - reach * cos(to), y: last.y - reach * sin(to))
                )
            )
        }
        return elements
    }
}

extension Point {
    /// Returns the point at `distance` and `angle` from this one, the angle in radians clockwise from 12 o'clock.
    public func polar(_ distance: Double, _ angle: Double) -> Point {
        Point(x: x + distance * sin(angle), y: y - distance * cos(angle))
    }
}
