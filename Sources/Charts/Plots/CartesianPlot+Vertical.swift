import Drawing

/// Positions from left to right, values up.
extension CartesianPlot {
    /// The marks alone, as large as they can be.
    func bareNodes(in body: Rect, in context: LayoutContext) -> [Scene.Node] {
        areas(in: body, context) { axis, overhang in
            scale(of: axis, from: body.bottom - overhang.bottom, to: body.top + overhang.top)
        }.areas.enumerated().flatMap { layers[$0].mark.shapes(in: $1) }
    }

    /// Returns where each layer is drawn, inside of the plot as far as its shapes reach beyond it.
    ///
    /// - Parameter values: makes the scale of an axis that keeps clear of the plot's ends.
    private func areas(
        in plot: Rect, _ context: LayoutContext, values: (Mark.ValueAxis, Overhang) -> ValueScale
    ) -> (areas: [PlotArea], overhang: Overhang, x: PositionScale) {
        func areas(_ overhang: Overhang) -> (areas: [PlotArea], x: PositionScale) {
            let x = PositionScale(positions, from: plot.left + overhang.left, to: plot.right - overhang.right, pixel: context.pixel)
            return (layers.map { area(of: $0, in: plot, .vertical, x, values($0.mark.axis, overhang), context) }, x)
        }
        var overhang = Overhang()
        // What moves inward brings others nearer to the edges: after the second time there is little left.
        for _ in 0..<2 {
            let more = zip(layers, areas(overhang).areas).map { $0.mark.overhang(in: $1) }.reduce(Overhang()) { $0.union($1) }
            guard more != Overhang() else { break }
            overhang = overhang + more
        }
        let (all, x) = areas(overhang)
        return (all, overhang, x)
    }

    func verticalNodes(in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        var frame = PlotFrame(body)
        // Lines alone are named at their ends.
        let ends =
            detail >= .legend && layers.count == 1 && axes == [.y] ? lineEnds(in: context) : []
        let entries = detail >= .legend && ends.isEmpty ? legend : []
        let legend = entries.isEmpty ? nil : Legend(entries, width: body.width, in: context)
        let lineLabels = LineLabels(ends, width: body.width, in: context)
        // Colors without names say nothing: then there is no legend, and no subtitle either.
        guard entries.isEmpty || legend != nil, ends.count(where: { !$0.isRest }) < 2 || lineLabels != nil else { return nil }
        frame.add(legend)
        let belowLegend = frame.plot
        let sizes = detail >= .legend ? layers.lazy.compactMap { $0.mark.sizeLegend(width: body.width, in: context) }.first : nil
        frame.add(sizes)
        let belowSizes = frame.plot
        frame.add(lineLabels)
        var ruleLabels = RuleLabels(valueRules, at: .right, width: body.width, in: context)
        frame.add(ruleLabels)
        let step = frame.plot.width / Double(positions.count)
        let positionLabels =
            chart.x.hasLabels
            ? PositionLabels(positions, chart.x, yearNotes: chart.yearNotes, width: frame.plot.width, in: context) : nil
        frame.add(positionLabels)
        guard frame.hasRoom else { return nil }
        let positionRules = RuleLabels(rules(on: .x), at: .top, width: body.width, in: context)
        let labels = labels(step: step, in: context)
        let isAlongNumbers = if case .along(let continuum) = positions { !continuum.isTime } else { false }
        let titles =
            axes.count > 1
            ? AxisTitles([chart.y.title, chart.y2.title], in: body, context)
            : isAlongNumbers && detail >= .legend ? AxisTitles([chart.y.title, ""], in: body, context) : nil
        var valueAxes: [ValueAxis] = []
        if labels == nil, !hasHighlights {
            // The numbers on the marks would only be repeated by an axis. The upper half of its highest number stands beside no mark.
            frame.add(titles)
            frame.take(max(positionRules.thickness, context.metrics(of: .tick).capHeight / 2), at: .top)
            valueAxes = self.valueAxes(at: (.left, .right), length: frame.plot.height, in: context)
            for axis in valueAxes { frame.add(axis) }
            frame.take(positionLabels?.overhang(of: frame.plot) ?? 0, at: .right)
            guard frame.hasRoom else { return nil }
        }
        let plot = frame.plot
        // Every name is worth more than a subtitle.
        if detail == .full, let lineLabels, !lineLabels.fit(in: plot) { return nil }
        ruleLabels.offset = (lineLabels?.thickness ?? 0) + (valueAxes.count > 1 ? valueAxes[1].thickness : 0)
        let outer = outerLabels.map { context.metrics(of: $0.style).capHeight + ($0.background == nil ? 6 : 10) }.max() ?? 0
        let room = max(labels == nil && !hasHighlights ? 0 : context.metrics(of: .value).ascent + 3, min(outer, plot.height / 4))
        func values(_ axis: Mark.ValueAxis, _ overhang: Overhang) -> ValueScale {
            let extent = extent(of: axis)
            return scale(
                of: axis, valueAxes, from: plot.bottom - (extent.lowerBound < 0 ? room : 0) - overhang.bottom,
                to: plot.top + (extent.upperBound > 0 ? room : 0) + overhang.top)
        }
        let (areas, overhang, x) = areas(in: plot, context, values: values)
        guard frame.hasRoom(inside: overhang), sizes == nil || plot.height >= context.size.height * 0.4 else { return nil }
        func values(_ axis: Mark.ValueAxis) -> ValueScale { values(axis, overhang) }

        var nodes = legend?.nodes(beside: belowLegend) ?? []
        nodes += sizes?.nodes(beside: belowSizes) ?? []
        nodes += titles?.nodes(beside: plot) ?? []
        let (written, rooms) = writtenLabels(in: areas)
        for (axis, drawn) in zip(axes, valueAxes) { nodes += drawn.nodes(beside: plot, along: values(axis), around: rooms) }
        for (layer, area) in zip(layers, areas) {
            nodes += layer.mark.shapes(in: area) + (labels.map { layer.mark.numbers($0, in: area) } ?? [])
        }
        if labels == nil, hasHighlights, let area = areas.first {
            nodes += highlights(in: area, avoiding: valueRules.compactMap { rule in rule.axis.valueAxis.map { values($0)(rule.value) } })
        }
        if hasBaseline { nodes += areas.first?.baseline() ?? [] }
        nodes += written
        nodes += lineLabels?.nodes(beside: plot, along: values(.y)) ?? []
        nodes += ruleLabels.nodes(beside: plot) { rule in rule.axis.valueAxis.map { values($0)(rule.value) } }
        nodes += positionLabels?.nodes(beside: plot, along: x) ?? []
        nodes += positionRules.nodes(beside: plot) { x.place(of: $0.value) }
        return nodes
    }

    /// Returns what is written where the lines of the only mark end: no names where those are not wanted, and no number where the axis has
    /// none.
    private func lineEnds(in context: LayoutContext) -> [LineLabels.Entry] {
        let ends = layers[0].mark.lineLabels(chart.y.format, in: context.locale)
        return (ends.count > 1 ? chart.hasLegend : chart.y.hasLabels && layers[0].mark.valueLabels.isEmpty) ? ends : []
    }

    private var hasHighlights: Bool { layers.count == 1 && !layers[0].mark.highlightedRows.isEmpty }

    /// Returns the numbers of the most important rows, as far as they touch neither each other, nor a rule, nor the picture's edge; a
    /// number that would moves a little to the side.
    ///
    /// - Parameter rules: where rules are.
    private func highlights(in area: PlotArea, avoiding rules: [Double]) -> [Scene.Node] {
        let (mark, context) = (layers[0].mark, area.context)
        guard let values = mark.labelledValues else { return [] }
        var taken: [Rect] = []
        func isFree(_ box: Rect, over index: Int) -> Bool {
            guard context.reach.lowerBound <= box.left, box.right <= area.rect.right + 4,
                !rules.contains(where: { (box.top - 1...box.bottom + 1).contains($0) }),
                !taken.contains(where: { $0.left < box.right + 2 && box.left < $0.right + 2 && $0.top < box.bottom && box.top < $0.bottom })
            else { return false }
            // A number wider than its bar must not lie on a neighbor that is higher.
            return values.indices.allSatisfy { other in
                let reach = area.center(other) - area.barWidth / 2...area.center(other) + area.barWidth / 2
                let isBeside = other != index && reach.overlaps(box.left...box.right)
                return !isBeside || abs(values[other]) <= abs(values[index]) || values[other] * values[index] <= 0
            }
        }
        let texts = mark.highlightedRows.compactMap { index -> Scene.Node? in
            let text = area.format.shortText(values[index], in: context.locale)
            guard case .text(var run) = area.number(text, at: area.center(index), beyond: values[index]) else { return nil }
            let place = run.position
            // Over a rule that would strike it through.
            let struck = rules.filter { (run.bounds.top - 1...run.bounds.bottom + 1).contains($0) }
            for height in [place.y] + struck.map({ $0 - 2 - run.metrics.descent }) {
                for shift in [0, 0.2, -0.2, 0.45, -0.45] {
                    run.position = Point(x: place.x + shift * area.positions.step, y: height)
                    if isFree(run.bounds, over: index) {
                        taken.append(run.bounds)
                        return .text(run)
                    }
                }
            }
            return nil
        }
        return texts.isEmpty ? [] : [.group(.annotation, texts)]
    }
}
