import Drawing

extension Ring {
    private static let leader = 14.0
    private static let widestName = 150.0

    /// Returns the ring with a name and a value beside each slice, or nil when they have no room.
    func labelled(in body: Rect) -> [Scene.Node]? {
        labelled(in: body, apart: 7) ?? labelled(in: body, apart: 4)
    }

    private func labelled(in body: Rect, apart: Double) -> [Scene.Node]? {
        let (name, value) = (sheet.metrics(of: TypeScale.label), sheet.metrics(of: TypeScale.tick))
        let names = slices.map { sheet.wrap($0.name, in: TypeScale.label, to: Self.widestName, lines: 2) }
        let texts = slices.map(text(of:))
        let heights = names.map { Double($0.count) * name.lineHeight + value.lineHeight + apart }
        let widest = max(sheet.widest(names.joined(), in: TypeScale.label), sheet.widest(texts, in: TypeScale.tick))
        let room = widest + Self.leader * 2 + 6
        let radius = min(body.height / 2 - 6, (body.width - 2 * room) / 2)
        guard radius >= 56 else { return nil }

        let center = body.center
        var nodes: [Scene.Node] = []
        var leaders: [Leader] = []
        for side in [1.0, -1] {
            let indices = slices.indices.filter { (slices[$0].middle <= .pi) == (side > 0) }
            guard indices.reduce(0, { $0 + heights[$1] }) <= body.height + apart else { return nil }
            let places = spread(
                indices.map { center.polar(radius + Self.leader, slices[$0].middle).y }, lengths: indices.map { heights[$0] },
                within: body.top - apart / 2...body.bottom + apart / 2
            )
            let x = center.x + side * (radius + Self.leader * 2)
            for (index, y) in zip(indices, places) {
                let angle = slices[index].middle
                let end = Point(x: x - side * 4, y: y)
                leaders.append(Leader(points: [center.polar(radius + 2, angle), center.polar(radius + Self.leader / 2, angle), end]))
                let anchor: TextRun.Anchor = side > 0 ? .start : .end
                var top = y - (heights[index] - apart) / 2
                for line in names[index] {
                    nodes.append(sheet.run(line, x, top + name.ascent, anchor, TypeScale.label, sheet.theme.ink))
                    top += name.lineHeight
                }
                nodes.append(sheet.run(texts[index], x, top + value.ascent, anchor, TypeScale.tick, sheet.theme.mutedInk))
            }
        }
        // A name whose line cannot be followed is better in a legend.
        let areTangled = leaders.indices.contains { index in
            leaders[index].cuts(circleAround: center, radius: radius) || leaders[..<index].contains { $0.crosses(leaders[index]) }
        }
        guard !areTangled else { return nil }
        let lines = leaders.map { Scene.Node.shape($0.path, fill: nil, stroke: Stroke(sheet.theme.neutral, width: 1)) }
        return ring(center: center, radius: radius) + [.group(.legend, lines + nodes)]
    }
}
