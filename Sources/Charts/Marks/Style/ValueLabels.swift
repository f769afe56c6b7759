public import Drawing

/// What is written on the marks of a series or beside them, value by value.
///
/// A text that has no room beside those before it is left out.
public struct ValueLabels: Hashable, Sendable {
    /// Where on a mark, as it goes from where it begins to its value. On a line all but `start` is over the point.
    public enum Place: String, CaseIterable, Hashable, Sendable { case start, center, end, outside }

    /// One for each value; empty for the numbers as the axis writes them.
    public var texts: [String]
    public var place: Place
    /// Nil for one that can be read on what lies below.
    public var color: Color?
    /// Of a plate below the text; nil for none.
    public var background: Color?
    /// Of the font, in points.
    public var size: Double

    public init(texts: [String] = [], place: Place = .outside, color: Color? = nil, background: Color? = nil, size: Double = 11) {
        self.texts = texts
        self.place = place
        self.color = color
        self.background = background
        self.size = size
    }

    var style: TextStyle { TextStyle(.semibold, size: min(max(size, 6), 40), numerals: .tabular) }
}

/// A text with the mark that it belongs to.
struct PlacedLabel {
    let labels: ValueLabels
    var text: String
    /// Of the mark; of a point only its place.
    let box: Rect
    /// Whether the mark goes up or to the right.
    let isForward: Bool
    /// Whether nothing of its kind lies beyond its end.
    var isAlone = true
    let color: Color

    init(_ labels: ValueLabels, _ index: Int, _ value: Double, box: Rect, _ color: Color, in area: PlotArea) {
        self.labels = labels
        text =
            labels.texts.isEmpty
            ? area.format.text(value, in: area.context.locale, wholeFrom: 100)
            : labels.texts.indices.contains(index) ? labels.texts[index] : ""
        self.box = box
        isForward = value >= 0
        self.color = color
    }
}

extension PlotArea {
    private static let labelGap = 4.0

    /// Returns the texts that have room in the plot and beside each other, the first of them first.
    ///
    /// - Parameters:
    ///   - lines: what none of them lies on.
    ///   - taken: the rooms of those that are there, to which theirs are added.
    func nodes(of labels: [PlacedLabel], lines: [(Point, Point)], taken: inout [Rect]) -> [Scene.Node] {
        let nodes = labels.flatMap { label -> [Scene.Node] in
            let style = label.labels.style
            let (width, height) = (context.width(of: label.text, in: style), context.metrics(of: style).capHeight)
            guard width > 0 else { return [] }
            let plate = label.labels.background == nil ? 1.0 : 3
            let isPoint = label.box.width == 0 && label.box.height == 0
            let other: [ValueLabels.Place] = isPoint ? [label.labels.place == .start ? .outside : .start] : [.outside, .end]
            let places = [label.labels.place] + (label.isAlone ? other.filter { $0 != label.labels.place } : [])
            for place in places {
                let center = center(of: label, at: place, Size(width: width, height: height))
                let box = Rect(
                    left: center.x - width / 2 - plate, top: center.y - height / 2 - plate, right: center.x + width / 2 + plate,
                    bottom: center.y + height / 2 + plate)
                let isInPlot =
                    box.left >= rect.left && box.right <= rect.right + Self.labelGap && box.top >= rect.top - 1
                    && box.bottom <= rect.bottom + 1
                let isOn = place != .outside && !isPoint
                let fits = !isOn || label.box.width >= width + 2 * plate && label.box.height >= height + 2 * plate
                // Its letters go below the baseline and above capitals.
                let (metrics, base) = (context.metrics(of: style), center.y + height / 2)
                let room = Rect(
                    left: box.left, top: min(box.top, base - metrics.ascent), right: box.right,
                    bottom: max(box.bottom, base + metrics.descent))
                guard isInPlot, fits, !taken.contains(where: room.overlaps), !lines.contains(where: { box.meets($0.0, $0.1) }) else {
                    continue
                }
                taken.append(room)
                let ground = label.labels.background ?? (isOn ? label.color : nil)
                let color = label.labels.color ?? ground.map { context.theme.ink(on: $0) } ?? context.theme.ink
                let baseline = context.baseline(centeredOn: center.y, in: style)
                let text = TextRun(
                    label.text, at: Point(x: center.x, y: baseline), anchor: .middle, font: style.font, color: color,
                    measuring: context.measurer)
                return (label.labels.background.map { [.shape(Path(box), fill: $0, stroke: nil)] } ?? []) + [.text(text)]
            }
            return []
        }
        return nodes.isEmpty ? [] : [.group(.annotation, nodes)]
    }

    private func center(of label: PlacedLabel, at place: ValueLabels.Place, _ text: Size) -> Point {
        let box = label.box
        let isVertical = orientation == .vertical
        let room = Self.labelGap + (isVertical ? text.height : text.width) / 2
        // From the start of the mark to its value.
        let (start, end) =
            isVertical
            ? (label.isForward ? (box.bottom, box.top) : (box.top, box.bottom))
            : (label.isForward ? (box.left, box.right) : (box.right, box.left))
        let forward = (isVertical ? -1.0 : 1) * (label.isForward ? 1 : -1)
        let isPoint = box.width == 0 && box.height == 0
        let along: Double =
            switch place {
            case .outside: end + forward * room
            case .end: isPoint ? end + forward * room : end - forward * room
            case .center: isPoint ? end + forward * room : (start + end) / 2
            case .start: isPoint ? end - forward * room : start + forward * room
            }
        return isVertical ? Point(x: box.center.x, y: along) : Point(x: along, y: box.center.y)
    }
}
