import Drawing

extension Scene.Node {
    private static let hatchWidth = 1.5
    private static let hatchDistance = 5.0

    /// Returns the shapes of a bar, rounded at the end where its value is.
    ///
    /// - Parameters:
    ///   - edge: where the value is, or nil for a part within a stack.
    ///   - outline: an edge within the bar, so that its length is what it stands for.
    ///   - isHatched: whether the bar stands for a period that is not over: an outline with lines across, in the bar's own color.
    static func bar(
        _ rect: Rect, rounding edge: Path.Edge?, _ color: Color, outline: Stroke? = nil, separator: Stroke? = nil, isHatched: Bool = false
    ) -> [Scene.Node] {
        if let outline {
            guard rect.width > 2 * outline.width, rect.height > 2 * outline.width else {
                // All edge.
                return bar(rect, rounding: edge, outline.color, separator: separator)
            }
            let inner = rect.inset(by: outline.width / 2)
            return [
                .shape(edge.map { Path(inner, rounding: $0, radius: PlotArea.cornerRadius) } ?? Path(inner), fill: color, stroke: outline)
            ]
        }
        guard isHatched, rect.width > 2 * hatchWidth, rect.height > 2 * hatchWidth else {
            let path = edge.map { Path(rect, rounding: $0, radius: PlotArea.cornerRadius) } ?? Path(rect)
            return [.shape(path, fill: color, stroke: separator)]
        }
        let inner = rect.inset(by: hatchWidth / 2)
        let outline = edge.map { Path(inner, rounding: $0, radius: PlotArea.cornerRadius) } ?? Path(inner)
        return [
            .shape(outline, fill: nil, stroke: Stroke(color, width: hatchWidth)),
            .shape(Path(hatching: inner.corners, apart: hatchDistance), fill: nil, stroke: Stroke(color, width: hatchWidth)),
        ]
    }

    /// Returns an outline with lines across.
    ///
    /// - Parameter corners: of a convex shape, in order.
    static func hatched(_ corners: [Point], _ color: Color) -> [Scene.Node] {
        [
            .shape(Path(Path(through: corners).elements + [.close]), fill: nil, stroke: Stroke(color, width: 1)),
            .shape(Path(hatching: corners, apart: hatchDistance), fill: nil, stroke: Stroke(color, width: hatchWidth)),
        ]
    }
}

extension Path {
    /// Lines that rise to the right across a convex shape, cut at its edges.
    ///
    /// A pattern would be a surface of its own in every format; lines are lines everywhere.
    init(hatching corners: [Point], apart distance: Double) {
        var elements: [Element] = []
        let sums = corners.map { $0.x + $0.y }
        let step = distance * 2.0.squareRoot()
        guard let low = sums.min(), let high = sums.max(), high - low < step * 10_000 else {
            self.init()
            return
        }
        for sum in stride(from: low + step / 2, to: high, by: step) {
            // A line x + y = sum enters a convex shape through one edge and leaves it through another.
            var ends: [Point] = []
            for (index, from) in corners.enumerated() {
                let to = corners[(index + 1) % corners.count]
                let (start, end) = (from.x + from.y - sum, to.x + to.y - sum)
                guard (start < 0) != (end < 0) else { continue }
                let share = start / (start - end)
                ends.append(Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share))
            }
            if ends.count == 2 { elements += [.move(ends[0]), .line(ends[1])] }
        }
        self.init(elements)
    }
}

extension Rect {
    /// From the top left, clockwise.
    fileprivate var corners: [Point] {
        [Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom), Point(x: left, y: bottom)]
    }
}
