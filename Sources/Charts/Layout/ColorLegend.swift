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
        let numbers = [color.low, color.middle, color.high]
        let choices = format.choices(for: numbers, in: sheet.locale)
        labels = choices[0]
        // Three numbers and a gap between each two.
        self.width = min(max(180, labels.reduce(0) { $0 + sheet.width(of: $1, in: TypeScale.tick) } + 32), width)
    }

    var height: Double { Self.thickness + 3 + sheet.metrics(of: TypeScale.tick).lineHeight + 10 }

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
        let baseline = top + Self.thickness + 3 + sheet.metrics(of: TypeScale.tick).ascent
        let places: [(x: Double, anchor: TextRun.Anchor)] = [(left, .start), (left + width / 2, .middle), (left + width, .end)]
        var end = -Double.infinity
        // Both ends before the middle, which goes where it has no room between them.
        for (place, label) in zip(places, labels) {
            let textWidth = sheet.width(of: label, in: TypeScale.tick)
            let start = place.x - place.anchor.share * textWidth
            guard start >= end + 4 else { continue }
            end = start + textWidth
            nodes.append(sheet.run(label, place.x, baseline, place.anchor, TypeScale.tick, sheet.theme.mutedInk))
        }
        return .group(.legend, nodes)
    }
}
