import Drawing

/// What a point looks like.
public enum PointShape: String, CaseIterable, Hashable, Sendable {
    case circle, square, diamond, triangle
    /// Two lines, upright and across, or from corner to corner; a star has both.
    case cross, x, star
    /// A line from left to right, and its right half.
    case line, dash

    /// Whether it has nothing to fill.
    var isLines: Bool {
        switch self {
        case .circle, .square, .diamond, .triangle: false
        case .cross, .x, .star, .line, .dash: true
        }
    }

    /// - Parameter radius: of the circle around it.
    func path(around center: Point, radius: Double) -> Path {
        func corners(_ angles: [Double]) -> Path { Path(Path(through: angles.map { center.polar(radius, $0) }).elements + [.close]) }
        func lines(_ angles: [Double]) -> Path {
            Path(angles.flatMap { [.move(center.polar(radius, $0 + .pi)), .line(center.polar(radius, $0))] })
        }
        switch self {
        case .circle: return Path(circleAround: center, radius: radius)
        case .square: return corners([1, 3, 5, 7].map { $0 * .pi / 4 })
        case .diamond: return corners([0, 1, 2, 3].map { $0 * .pi / 2 })
        case .triangle: return corners([0, 2, 4].map { $0 * .pi / 3 })
        case .cross: return lines([0, .pi / 2])
        case .x: return lines([.pi / 4, 3 * .pi / 4])
        case .star: return lines([0, 1, 2, 3].map { $0 * .pi / 4 })
        case .line: return lines([.pi / 2])
        case .dash: return Path(through: [center, center.polar(radius, .pi / 2)])
        }
    }
}
