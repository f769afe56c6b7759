import Drawing

/// A strip of the colors that cells may have, with the numbers of its two ends and its middle.
struct ColorLegend: EdgeComponent {
    private let color: ColorScale
    private let labels: [String]
    private let width: Double
    private let context: LayoutContext

    private static let stripHeight = 10.0
    private static let stepCount = 24

    /// - Parameter choices: ways to write the numbers of the lower end, the middle and the upper end, the most telling first.
    init(_ color: ColorScale, labels choices: [[String]], width: Double, in context: LayoutContext) {
        self.color = color
        self.context = context
        // Half of each end's number stands beside the middle's, with gaps.
        func room(_ labels: [String]) -> Double {
            let widths = labels.map { context.width(of: $0, in: .tick) }
            return widths[1] + 2 * max(widths[0], widths[2]) + 24
        }
        labels = choices.first { room($0) <= min(width, 320) } ?? choices[choices.count - 1]
        self.width = min(max(180, room(labels)), width)
    }

    var edge: Path.Edge { .top }
    var thickness: Double { Self.thickness(in: context) }

    /// Returns the height of any legend, in points.
    static func thickness(in context: LayoutContext) -> Double { stripHeight + 3 + context.lineHeight(of: .tick) + 10 }

    /// - Parameter plot: from the left edge of which the strip begins.
    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        let (left, top) = (plot.left, plot.top - thickness)
        let step = width / Double(Self.stepCount)
        var nodes = (0..<Self.stepCount).map { index -> Scene.Node in
            // The strip is even from each end to the middle, whatever the numbers are.
            let share = (Double(index) + 0.5) / Double(Self.stepCount) * 2
            let value =
                share < 1 ? color.low + (color.middle - color.low) * share : color.middle + (color.high - color.middle) * (share - 1)
            let rect = Rect(
                left: left + Double(index) * step, top: top, right: left + Double(index + 1) * step, bottom: top + Self.stripHeight)
            return .shape(Path(rect), fill: color(value), stroke: nil)
        }
        let strip = Rect(left: left, top: top, right: left + width, bottom: top + Self.stripHeight)
        nodes.append(.shape(Path(strip.inset(by: 0.5)), fill: nil, stroke: Stroke(color.outline, width: 1)))
        let baseline = top + Self.stripHeight + 3 + context.metrics(of: .tick).ascent
        let places: [(x: Double, anchor: TextRun.Anchor)] = [(left, .start), (left + width, .end), (left + width / 2, .middle)]
        var boxes: [ClosedRange<Double>] = []
        // Both ends before the middle, which is left out where it has no room between them.
        for (place, label) in zip(places, [labels[0], labels[2], labels[1]]) {
            let textWidth = context.width(of: label, in: .tick)
            let start = place.x - place.anchor.share * textWidth
            let box = start - 4...start + textWidth + 4
            guard !boxes.contains(where: box.overlaps) else { continue }
            boxes.append(box)
            nodes.append(context.text(label, .tick, x: place.x, baseline: baseline, anchor: place.anchor))
        }
        return [.group(.legend, nodes)]
    }
}
