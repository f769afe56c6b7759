import Drawing

/// A strip of the colors that cells may have, with the numbers of its two ends and its middle.
struct ColorLegend {
    private let color: ColorScale
    private let labels: [String]
    private let width: Double
    private let sheet: Sheet

    private static let thickness = 10.0
    private static let stepCount = 24

    init(_ color: ColorScale, _ format: NumberFormat, width: Double, on sheet: Sheet) {
        self.color = color
        self.sheet = sheet
        let choices = format.choices(for: [color.low, color.middle, color.high], in: sheet.locale)
        // Half of each end's number stands beside the middle's, with gaps.
        func room(_ labels: [String]) -> Double {
            let widths = labels.map { sheet.width(of: $0, in: TypeScale.tick) }
            return widths[1] + 2 * max(widths[0], widths[2]) + 24
        }
        labels = choices.first { room($0) <= min(width, 320) } ?? choices[choices.count - 1]
        self.width = min(max(180, room(labels)), width)
    }

    /// Of any legend, in points.
    static func height(on sheet: Sheet) -> Double { thickness + 3 + sheet.metrics(of: TypeScale.tick).lineHeight + 10 }

    func node(left: Double, top: Double) -> Scene.Node {
        let step = width / Double(Self.stepCount)
        var nodes = (0..<Self.stepCount).map { index -> Scene.Node in
            // The strip is even from each end to the middle, whatever the numbers are.
            let share = (Double(index) + 0.5) / Double(Self.stepCount) * 2
            let value =
                share < 1 ? color.low + (color.middle - color.low) * share : color.middle + (color.high - color.middle) * (share - 1)
            let rect = Rect(
                left: left + Double(index) * step, top: top, right: left + Double(index + 1) * step, bottom: top + Self.thickness)
            return .shape(Path(rect), fill: color(value), stroke: nil)
        }
        let strip = Rect(left: left, top: top, right: left + width, bottom: top + Self.thickness)
        nodes.append(.shape(Path(strip.inset(by: 0.5)), fill: nil, stroke: Stroke(color.outline, width: 1)))
        let baseline = top + Self.thickness + 3 + sheet.metrics(of: TypeScale.tick).ascent
        let places: [(x: Double, anchor: TextRun.Anchor)] = [(left, .start), (left + width, .end), (left + width / 2, .middle)]
        var boxes: [ClosedRange<Double>] = []
        // Both ends before the middle, which is left out where it has no room between them.
        for (place, label) in zip(places, [labels[0], labels[2], labels[1]]) {
            let textWidth = sheet.width(of: label, in: TypeScale.tick)
            let start = place.x - place.anchor.share * textWidth
            let box = start - 4...start + textWidth + 4
            guard !boxes.contains(where: box.overlaps) else { continue }
            boxes.append(box)
            nodes.append(sheet.run(label, place.x, baseline, place.anchor, TypeScale.tick, sheet.theme.mutedInk))
        }
        return .group(.legend, nodes)
    }
}
