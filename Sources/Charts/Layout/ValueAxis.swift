import Drawing

/// The upright axis of values: round numbers, their labels, and hairlines across the plot.
struct ValueAxis {
    let domain: ClosedRange<Double>
    private let scale: Axis.Scale
    private let ticks: [Double]
    private let labels: [String]
    private let sheet: Sheet
    /// Of the widest label, in points.
    let width: Double

    /// - Parameter length: of the axis, in points: it decides how many ticks there are, three to six.
    init(_ extent: ClosedRange<Double>, _ axis: Axis, length: Double, on sheet: Sheet) {
        scale = axis.scale
        let most = Int(min(max(length / 45, 3), 5))
        switch axis.scale {
        case .linear:
            // Half a purchase is none.
            let step = LinearScale.tickStep(over: extent, most: most, least: axis.format == .count ? 1 : 0)
            domain = LinearScale.rounding(extent, step: step, parts: 2)
            ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
        case .logarithmic:
            domain = LogScale.rounding(extent)
            ticks = LogScale(domain: domain, from: 0, to: 1).ticks(most: most + 1)
        }
        labels =
            switch axis.scale {
            case .linear: axis.format.labels(for: ticks, in: sheet.locale)
            // From cents to millions, one precision would be too fine for some and too coarse for others.
            case .logarithmic: ticks.map { axis.format.compactText($0, in: sheet.locale) }
            }
        width = sheet.widest(labels, in: TypeScale.tick)
        self.sheet = sheet
    }

    /// - Parameter left: where the labels' column begins.
    func nodes(left: Double, plot: Rect) -> [Scene.Node] {
        let y = ValueScale(scale, domain: domain, from: plot.bottom, to: plot.top)
        let lines = ticks.filter { $0 != 0 }.map { tick in
            let line = Rect(left: plot.left, top: y(tick) - 0.5, right: plot.right, bottom: y(tick) + 0.5)
            return Scene.Node.shape(Path(line), fill: sheet.theme.grid, stroke: nil)
        }
        let texts = zip(ticks, labels).map { tick, label in
            let baseline = sheet.baseline(centeredOn: y(tick), in: TypeScale.tick)
            return sheet.run(label, left + width, baseline, .end, TypeScale.tick, sheet.theme.mutedInk)
        }
        return [.group(.grid, lines), .group(.axis, texts)]
    }
}
