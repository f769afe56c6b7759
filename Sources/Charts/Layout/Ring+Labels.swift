import Drawing

extension Ring {
    private static let leader = 14.0

    /// Returns the ring with a name and a value beside each slice, or nil when they have no room.
    func labelled(in body: Rect) -> [Scene.Node]? {
        let nameMetrics = sheet.metrics(of: TypeScale.label)
        let valueMetrics = sheet.metrics(of: TypeScale.tick)
        let height = nameMetrics.lineHeight + valueMetrics.lineHeight
        let names = slices.map { sheet.fit($0.name, in: TypeScale.label, to: 150) }
        let texts = slices.map(text(of:))
        let widest = max(sheet.widest(names, in: TypeScale.label), sheet.widest(texts, in: TypeScale.tick))
        let room = widest + Self.leader * 2 + 6
        let radius = min(body.height / 2 - 6, (body.width - 2 * room) / 2)
        let right = slices.indices.filter { slices[$0].middle <= .pi }
        let left = slices.indices.filter { slices[$0].middle > .pi }
        let capacity = Int((body.height + 4) / (height + 4))
        guard radius >= 56, max(right.count, left.count) <= capacity else { return nil }

        let center = body.center
        var nodes: [Scene.Node] = []
        for (side, indices) in [(1.0, right), (-1.0, left)] {
            let wishes = indices.map { center.polar(radius + Self.leader, slices[$0].middle).y }
            let places = spread(wishes, apart: height + 4, within: body.top + height / 2...body.bottom - height / 2)
            let textX = center.x + side * (radius + Self.leader * 2)
            for (index, y) in zip(indices, places) {
                let from = center.polar(radius + 2, slices[index].middle)
                let elbow = Point(x: center.x + side * (radius + Self.leader), y: y)
                nodes.append(
                    .shape(
                        Path(through: [from, elbow, Point(x: textX - side * 4, y: y)]), fill: nil,
                        stroke: Stroke(sheet.theme.neutral, width: 1)
                    )
                )
                let anchor: TextRun.Anchor = side > 0 ? .start : .end
                let top = y - height / 2
                nodes.append(sheet.run(names[index], textX, top + nameMetrics.ascent, anchor, TypeScale.label, sheet.theme.ink))
                nodes.append(
                    sheet.run(
                        texts[index], textX, top + nameMetrics.lineHeight + valueMetrics.ascent, anchor, TypeScale.tick,
                        sheet.theme.mutedInk)
                )
            }
        }
        return ring(center: center, radius: radius) + [.group(.legend, nodes)]
    }

    /// Returns the ring with its names and values in a column beside it, or below it where the picture is upright.
    func withLegend(in body: Rect) -> [Scene.Node]? {
        let metrics = sheet.metrics(of: TypeScale.tick)
        let rowHeight = metrics.lineHeight + 5
        let height = rowHeight * Double(slices.count)
        let names = slices.map(\.name)
        let percents = slices.map(percent(of:))
        let values = slices.map { chart.y.format.text($0.value, in: sheet.locale) }
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
