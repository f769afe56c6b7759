import Drawing

extension SeriesPlot {
    /// Returns the bars of a stack, position by position.
    func bars(_ stack: Mark.Stack, _ bands: BandScale, _ y: LinearScale) -> [Scene.Node] {
        switch stack.arrangement {
        case .stacked: stacked(stack, bands, y)
        case .grouped: grouped(stack, bands, y)
        }
    }

    /// What was given back goes below the line, so that no part hides another.
    private func stacked(_ stack: Mark.Stack, _ bands: BandScale, _ y: LinearScale) -> [Scene.Node] {
        let width = min(bands.bandwidth, UprightBars.widestBar)
        // A hairline of the background keeps neighbours apart, unless they are too low to spare it.
        let separator = sheet.theme.background.alpha == 255 ? Stroke(sheet.theme.background, width: 1) : nil
        return stack.positions.indices.flatMap { index in
            var (above, below) = (0.0, 0.0)
            return stack.series.compactMap { series -> Scene.Node? in
                guard let value = series.values[index], value != 0 else { return nil }
                let start = value > 0 ? above : below
                if value > 0 { above += value } else { below += value }
                let (first, last) = (y(start), y(start + value))
                let center = bands.center(index)
                let rect = Rect(left: center - width / 2, top: min(first, last), right: center + width / 2, bottom: max(first, last))
                return node(
                    series, stack.positions[index], value,
                    [.shape(Path(rect), fill: sheet.theme.color(series.color), stroke: rect.height > 3 ? separator : nil)]
                )
            }
        }
    }

    private func grouped(_ stack: Mark.Stack, _ bands: BandScale, _ y: LinearScale) -> [Scene.Node] {
        stack.positions.indices.flatMap { index in
            let inner = BandScale(
                count: stack.series.count, from: bands(index), to: bands(index) + bands.bandwidth, gap: stack.series.count > 1 ? 0.08 : 0
            )
            return stack.series.enumerated().compactMap { place, series -> Scene.Node? in
                guard let value = series.values[index] else { return nil }
                let rect = Rect(
                    left: inner(place), top: min(y(value), y(0)), right: inner(place) + inner.bandwidth, bottom: max(y(value), y(0))
                )
                return node(
                    series, stack.positions[index], value,
                    [
                        .shape(
                            Path(rect, rounding: value >= 0 ? .top : .bottom, radius: 2), fill: sheet.theme.color(series.color), stroke: nil
                        )
                    ]
                )
            }
        }
    }
}
