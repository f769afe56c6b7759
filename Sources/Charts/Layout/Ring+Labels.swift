import Drawing

extension Ring {
    private static let leader = 14.0
    private static let widestName = 150.0

    /// Returns the ring with a name and a value beside each slice, or nil when they have no room.
    func labelled(in body: Rect) -> [Scene.Node]? {
        let (name, value) = (sheet.metrics(of: TypeScale.label), sheet.metrics(of: TypeScale.tick))
        let names = slices.map { sheet.wrap($0.name, in: TypeScale.label, to: Self.widestName, lines: 2) }
        let texts = slices.map(text(of:))
        let heights = names.map { Double($0.count) * name.lineHeight + value.lineHeight + 4 }
        let widest = max(sheet.widest(names.joined(), in: TypeScale.label), sheet.widest(texts, in: TypeScale.tick))
        let room = widest + Self.leader * 2 + 6
        let radius = min(body.height / 2 - 6, (body.width - 2 * room) / 2)
        guard radius >= 56 else { return nil }

        let center = body.center
        var nodes: [Scene.Node] = []
        var leaders: [Leader] = []
        for side in [1.0, -1] {
            let indices = slices.indices.filter { (slices[$0].middle <= .pi) == (side > 0) }
            guard indices.reduce(0, { $0 + heights[$1] }) <= body.height + 4 else { return nil }
            let places = spread(
                indices.map { center.polar(radius + Self.leader, slices[$0].middle).y }, lengths: indices.map { heights[$0] },
                within: body.top - 2...body.bottom + 2
            )
            let x = center.x + side * (radius + Self.leader * 2)
            for (index, y) in zip(indices, places) {
                let angle = slices[index].middle
                let end = Point(x: x - side * 4, y: y)
                leaders.append(Leader(points: [center.polar(radius + 2, angle), center.polar(radius + Self.leader / 2, angle), end]))
                let anchor: TextRun.Anchor = side > 0 ? .start : .end
                var top = y - (heights[index] - 4) / 2
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

    /// Returns the ring with its names and values in a column beside it, or below it where the picture is upright.
    func withLegend(in body: Rect) -> [Scene.Node]? {
        let metrics = sheet.metrics(of: TypeScale.tick)
        let rowHeight = metrics.lineHeight + 5
        let height = rowHeight * Double(slices.count)
        let names = slices.map(\.name)
        let percents = slices.map(percent(of:))
        // What is a part of the whole already is not said twice.
        let values = slices.map { chart.y.format == .percent ? "" : chart.y.format.text($0.value, in: sheet.locale) }
        let percentWidth = sheet.widest(percents, in: TypeScale.tick)
        let valueWidth = sheet.widest(values, in: TypeScale.tick)
        let nameWidth = min(sheet.widest(names, in: TypeScale.tick), 140)
        let width = 16 + nameWidth + 10 + percentWidth + 12 + valueWidth

        let ringArea: Rect
        let legend: Point
        if body.width - width - 16 >= 72, body.height >= max(height, 72) {
            let side = min(body.height, body.width - width - 16)
            ringArea = Rect(left: body.left, top: body.top, right: body.left + side, bottom: body.bottom)
            legend = Point(x: ringArea.right + 16, y: body.center.y - height / 2)
        } else if body.height - height - 12 >= 90, body.width >= width {
            ringArea = Rect(left: body.left, top: body.top, right: body.right, bottom: body.bottom - height - 12)
            legend = Point(x: body.center.x - width / 2, y: ringArea.bottom + 12)
        } else {
            return nil
        }
        var nodes: [Scene.Node] = []
        for (index, slice) in slices.enumerated() {
            let center = legend.y + (Double(index) + 0.5) * rowHeight
            let baseline = sheet.baseline(centeredOn: center, in: TypeScale.tick)
            let swatch = Rect(left: legend.x, top: center - 5, right: legend.x + 10, bottom: center + 5)
            nodes.append(.shape(Path(swatch), fill: sheet.theme.color(slice.color), stroke: nil))
            let name = sheet.fit(names[index], in: TypeScale.tick, to: nameWidth)
            let percentEnd = legend.x + 16 + nameWidth + 10 + percentWidth
            nodes.append(sheet.run(name, legend.x + 16, baseline, TypeScale.tick, sheet.theme.ink))
            nodes.append(sheet.run(percents[index], percentEnd, baseline, .end, TypeScale.tick, sheet.theme.mutedInk))
            nodes.append(sheet.run(values[index], percentEnd + 12 + valueWidth, baseline, .end, TypeScale.tick, sheet.theme.ink))
        }
        let radius = min(ringArea.width, ringArea.height) / 2
        return ring(center: ringArea.center, radius: radius) + [.group(.legend, nodes)]
    }
}
