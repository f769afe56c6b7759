import Drawing

/// Positions one below another, values to the right.
extension CartesianPlot {
    private static let thickestRow = 45.0
    /// Fewer would be no list: then all bars are shown, and names are skipped. With room for a subtitle, more can be asked for.
    private static let fewestRows = (bare: 4, full: 10)

    func horizontalNodes(in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        horizontalNodes(in: body, of: RowNumbers(self), in: context, detail: detail)
    }

    /// - Parameter numbers: of all rows, also of those that are not shown.
    private func horizontalNodes(in body: Rect, of numbers: RowNumbers, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        let leftOut = numbers.count - positions.count
        let names = positions.texts(chart.x.format, in: context.locale) + (leftOut > 0 ? [context.locale.more(leftOut)] : [])
        let entries = detail >= .legend ? legend : []
        let legend = entries.isEmpty ? nil : Legend(entries, width: body.width, in: context)
        guard entries.isEmpty || legend != nil else { return nil }
        var frame = PlotFrame(body)
        frame.add(legend)
        let rows = Rows(names: names, legend: legend, belowLegend: frame.plot, context: context, detail: detail)
        guard detail >= .axis else { return barNodes(in: frame, rows, .value, names: nil, labels: nil) }
        let labels = numbers.columns(shown: positions.count, width: body.width)
        let hasAxis = labels == nil
        if hasAxis { return axisNodes(in: frame, rows) }
        let style = RowTextStyle(step: context.wholePixels(in: frame.plot.height / Double(names.count)), detail: detail, in: context)
        if !style.fits, leftOut == 0, let count = shownCount(in: frame.plot, context, detail), let first = first(count) {
            return first.horizontalNodes(in: body, of: numbers, in: context, detail: detail)
        }
        // Every name is worth more than a subtitle.
        guard style.fits || detail == .axis, frame.hasRoom else { return nil }
        // And more than a number.
        let choices = [style.fits ? labels : nil] + (detail == .axis ? [nil] : [])
        for labels in choices {
            let labelWidth = labels.map { $0.width(in: style.value, context) } ?? 0
            // Where names are long, bars make room for them as long as they can still be compared.
            let sides = Double(Set(layers[0].mark.drawnValues.map { $0 < 0 }).count)
            let most = max(body.width * 0.38, min(body.width * 0.55, body.width - sides * labelWidth - 120))
            let rowNames = chart.x.hasLabels ? RowNames(names, style.name, most: most, in: context) : nil
            let nameWidth = rowNames.map { $0.thickness - PlotFrame.gap } ?? 0
            if body.width - nameWidth - sides * labelWidth >= 80 {
                return barNodes(in: frame, rows, style.value, names: rowNames, labels: labels)
            }
        }
        return nil
    }

    private struct Rows {
        let names: [String]
        let legend: Legend?
        let belowLegend: Rect
        let context: LayoutContext
        let detail: LevelOfDetail
    }

    /// Returns how many rows are shown with names and numbers where not all have room, whatever else is left out; nil where that would be
    /// too few, or hide what is below zero.
    private func shownCount(in plot: Rect, _ context: LayoutContext, _ detail: LevelOfDetail) -> Int? {
        guard layers[0].mark.drawnValues.allSatisfy({ $0 >= 0 }) else { return nil }
        let isFull = detail > .axis
        let capacity = Int(plot.height / RowTextStyle.leastWholeStep(detail, in: context)) - 1
        guard capacity >= (isFull ? Self.fewestRows.full : Self.fewestRows.bare) else { return nil }
        let allHaveRoom = Double(positions.count) * RowTextStyle.leastWholeStep(.axis, in: context) <= context.size.height
        return isFull && allHaveRoom ? nil : capacity
    }

    /// Returns bars with their numbers at their ends, without an axis.
    private func barNodes(
        in frame: PlotFrame, _ rows: Rows, _ style: TextStyle, names: RowNames?, labels: RowColumns?
    ) -> [Scene.Node] {
        let context = rows.context
        var frame = frame
        frame.add(names)
        frame.clip(toHeight: Self.thickestRow * Double(rows.names.count))
        let labelWidth = labels.map { $0.width(in: style, context) } ?? 0
        let plot = frame.plot
        let bands = BandScale(count: rows.names.count, from: plot.top, to: plot.bottom, wholes: context.pixel)
        var nodes = rows.legend?.nodes(beside: rows.belowLegend) ?? []
        for layer in layers {
            let extent = extent(of: layer.mark.axis)
            let values = scale(
                of: layer.mark.axis, from: plot.left + (extent.lowerBound < 0 ? labelWidth + PlotFrame.gap : 0),
                to: plot.right - (extent.upperBound > 0 && layer.mark.drawnValues.contains { $0 > 0 } ? labelWidth : 0))
            let last = bands(positions.count - 1) + bands.bandwidth
            let rect = Rect(left: plot.left, top: bands(0), right: plot.right, bottom: last)
            let area = area(of: layer, in: rect, .horizontal, .bands(bands), values, style: style, context)
            nodes += layer.mark.shapes(in: area)
            if rows.detail >= .axis || extent.lowerBound < 0 { nodes += area.baseline() }
            if let labels { nodes += labels.nodes(of: layer.mark, in: area, right: plot.right, bands) }
        }
        return nodes + (names?.nodes(beside: plot, along: bands) ?? [])
    }

    /// Returns marks over an axis of values below them.
    private func axisNodes(in frame: PlotFrame, _ rows: Rows) -> [Scene.Node]? {
        let (context, body) = (rows.context, frame.body)
        var frame = frame
        var ruleLabels = RuleLabels(valueRules, at: .top, width: body.width, in: context)
        frame.add(ruleLabels)
        let axisHeight = context.lineHeight(of: .tick) + PlotFrame.gapBelow
        for axis in axes where chart.axis(axis).hasLabels { frame.take(axisHeight, at: axis == .y ? .bottom : .top) }
        let style = RowTextStyle(
            step: context.wholePixels(in: frame.plot.height / Double(rows.names.count)), detail: rows.detail, in: context)
        guard style.fits || rows.detail == .axis else { return nil }
        let most = max(body.width * 0.38, min(body.width * 0.55, body.width - 120))
        let names = chart.x.hasLabels ? RowNames(rows.names, style.name, most: most, in: context) : nil
        frame.add(names)
        frame.clip(toHeight: Self.thickestRow * Double(rows.names.count))
        let plot = frame.plot
        guard frame.hasRoom else { return nil }
        let valueAxes = self.valueAxes(at: (.bottom, .top), length: plot.width, in: context)
        ruleLabels.offset = axes.contains(.y2) ? axisHeight : 0
        let outer =
            layers.flatMap { layer in
                layer.mark.valueLabels.filter { $0.place == .outside }.map { labels in
                    let texts =
                        labels.texts.isEmpty
                        ? layer.mark.drawnValues.map { chart.format(of: layer.mark.axis).text($0, in: context.locale) } : labels.texts
                    return context.widest(texts, in: labels.style) + 8
                }
            }.max() ?? 0
        let room = min(outer, plot.width / 3)
        func values(_ axis: Mark.ValueAxis) -> ValueScale {
            let extent = extent(of: axis)
            return scale(
                of: axis, valueAxes, from: plot.left + (extent.lowerBound < 0 ? room : 0),
                to: plot.right - (extent.upperBound > 0 ? room : 0))
        }
        let bands = BandScale(count: rows.names.count, from: plot.top, to: plot.bottom, wholes: context.pixel)
        let areas = layers.map { area(of: $0, in: plot, .horizontal, .bands(bands), values($0.mark.axis), style: style.value, context) }

        var nodes = rows.legend?.nodes(beside: rows.belowLegend) ?? []
        let (written, rooms) = writtenLabels(in: areas)
        for (axis, drawn) in zip(axes, valueAxes) {
            nodes += drawn.nodes(beside: plot, along: values(axis), around: rooms)
            if axes.count > 1 { nodes += drawn.title(beside: plot, from: body.left) }
        }
        for (layer, area) in zip(layers, areas) { nodes += layer.mark.shapes(in: area) }
        nodes += written
        if hasBaseline { nodes += areas.first?.baseline() ?? [] }
        nodes += ruleLabels.nodes(beside: plot) { rule in rule.axis.valueAxis.map { values($0)(rule.value) } }
        return nodes + (names?.nodes(beside: plot, along: bands) ?? [])
    }
}
