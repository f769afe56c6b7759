import Drawing

/// Horizontal rules across an upright plot, named in a column at its right.
struct RuleLabels {
    private let rules: [Mark.Rule]
    private let sheet: Sheet

    private static let gap = 8.0

    init(_ rules: [Mark.Rule], on sheet: Sheet) {
        self.rules = rules.filter { $0.axis == .y }
        self.sheet = sheet
    }

    var isEmpty: Bool { rules.isEmpty }
    var values: [Double] { rules.map(\.value) }

    /// Of the column, in points.
    var width: Double { rules.isEmpty ? 0 : sheet.widest(rules.map(\.label), in: TypeScale.tick) + Self.gap }

    func nodes(in plot: Rect, _ y: LinearScale) -> [Scene.Node] {
        guard !rules.isEmpty else { return [] }
        let metrics = sheet.metrics(of: TypeScale.tick)
        let places = spread(rules.map { y($0.value) }, apart: metrics.lineHeight, within: plot.top...plot.bottom)
        let nodes = zip(rules, places).flatMap { rule, place in
            [
                sheet.line(
                    Point(x: plot.left, y: y(rule.value)), Point(x: plot.right, y: y(rule.value)),
                    Stroke(sheet.theme.mutedInk, dashes: [4, 3])
                ),
                sheet.run(
                    rule.label, plot.right + Self.gap, sheet.baseline(centeredOn: place, in: TypeScale.tick), TypeScale.tick,
                    sheet.theme.ink
                ),
            ]
        }
        return [.group(.annotation, nodes)]
    }
}
