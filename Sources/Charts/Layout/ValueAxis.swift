import Drawing

/// The upright axis of values: round numbers, their labels, and hairlines across the plot.
struct ValueAxis {
    let domain: ClosedRange<Double>
    private let ticks: [Double]
    private let labels: [String]
    private let sheet: Sheet

    /// - Parameter length: of the axis, in points: it decides how many ticks there are, three to six.
    init(_ extent: ClosedRange<Double>, format: NumberFormat, length: Double, on sheet: Sheet) {
        let count = Int(min(max(length / 45, 3), 5))
        var step = LinearScale.step(over: extent, about: count)
        // Half a purchase is none.
        if format == .count { step = step.rounded(.up) }
        domain = LinearScale.rounding(extent, step: step)
        ticks = LinearScale(domain: domain, from: 0, to: 1).ticks(step: step)
        labels = format.labels(for: ticks, in: sheet.locale)
        self.sheet = sheet
    }

    /// Of the widest label, in points.
    var width: Double { sheet.widest(labels, in: TypeScale.tick) }

    /// - Parameter left: where the labels' column begins.
    func nodes(left: Double, plot: Rect) -> [Scene.Node] {
        let y = LinearScale(domain: domain, from: plot.bottom, to: plot.top)
        return [
            .group(
                .grid,
                ticks.filter { $0 != 0 }.map { tick in
                    .shape(
                        Path(Rect(left: plot.left, top: y(tick) - 0.5, right: plot.right, bottom: y(tick) + 0.5)), fill: sheet.theme.grid,
                        stroke: nil)
                }
            ),
            .group(
                .axis,
                zip(ticks, labels).map { tick, label in
                    sheet.run(
                        label, left + width, sheet.baseline(centeredOn: y(tick), in: TypeScale.tick), .end, TypeScale.tick,
                        sheet.theme.mutedInk
                    )
                }
            ),
        ]
    }
}
