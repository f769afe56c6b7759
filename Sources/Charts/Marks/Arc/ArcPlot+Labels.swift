import Drawing

extension ArcPlot {
    private static let leader = 14.0
    private static let widestName = 150.0

    /// Returns the slices with a name and a value beside each slice, or nil when they have no room.
    func labelled(in body: Rect) -> [Scene.Node]? {
        labelled(in: body, apart: 7) ?? labelled(in: body, apart: 4)
    }

    private func labelled(in body: Rect, apart: Double) -> [Scene.Node]? {
        let names = slices.map { TextBlock($0.name, .label, width: Self.widestName, lines: 2, in: context) }
        let texts = slices.map(text(of:))
        let heights = names.map { $0.height + context.lineHeight(of: .tick) + apart }
        let widest = max(names.map(\.width).max() ?? 0, context.widest(texts, in: .tick))
        let room = widest + Self.leader * 2 + 6
        let radius = min(body.height / 2 - 6, (body.width - 2 * room) / 2)
        guard radius >= 56 else { return nil }

        let center = body.center
        var nodes: [Scene.Node] = []
        var leaders: [Leader] = []
        for side in [1.0, -1] {
            let indices = slices.indices.filter { (slices[$0].middle <= .pi) == (side > 0) }
            guard indices.reduce(0, { $0 + heights[$1] }) <= body.height + apart else { return nil }
            let places = dodge(
                indices.map { center.polar(radius + Self.leader, slices[$0].middle).y }, lengths: indices.map { heights[$0] },
                within: body.top - apart / 2...body.bottom + apart / 2
            )
            let x = center.x + side * (radius + Self.leader * 2)
            for (index, y) in zip(indices, places) {
                let angle = slices[index].middle
                let end = Point(x: x - side * 4, y: y)
                leaders.append(Leader(points: [center.polar(radius + 2, angle), center.polar(radius + Self.leader / 2, angle), end]))
                let anchor: TextRun.Anchor = side > 0 ? .start : .end
                let top = y - (heights[index] - apart) / 2
                nodes += names[index].nodes(x: x, top: top, anchor: anchor)
                let baseline = top + names[index].height + context.metrics(of: .tick).ascent
                nodes.append(context.text(texts[index], .tick, x: x, baseline: baseline, anchor: anchor))
            }
        }
        // A name whose line cannot be followed is better in a legend.
        let areTangled = leaders.indices.contains { index in
            leaders[index].cuts(circleAround: center, radius: radius) || leaders[..<index].contains { $0.crosses(leaders[index]) }
        }
        guard !areTangled else { return nil }
        let lines = leaders.map { Scene.Node.shape($0.path, fill: nil, stroke: Stroke(context.theme.neutral, width: 1)) }
        return arcs(center: center, radius: radius) + [.group(.legend, lines + nodes)]
    }
}

/// A thin line from a slice to its name: straight out of the ring, then to the text.
private struct Leader {
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
