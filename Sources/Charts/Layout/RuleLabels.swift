import Drawing

/// Horizontal rules across an upright plot, named in a column at its right.
struct RuleLabels {
    private let rules: [(value: Double, label: String)]
    private let sheet: Sheet
    /// Of the column, in points.
    let width: Double

    private static let gap = 8.0

    /// - Parameter width: of the whole plot, of which names take a third at most.
    init(_ rules: [Mark.Rule], on sheet: Sheet, width: Double) {
        self.rules = rules.map { ($0.value, sheet.fit($0.label, in: TypeScale.tick, to: width / 3 - Self.gap)) }
        self.sheet = sheet
        self.width = rules.isEmpty ? 0 : sheet.widest(self.rules.map(\.label), in: TypeScale.tick) + Self.gap
    }

    /// - Parameter left: where the column begins.
    func nodes(in plot: Rect, _ y: ValueScale, left: Double) -> [Scene.Node] {
        guard !rules.isEmpty else { return [] }
        let metrics = sheet.metrics(of: TypeScale.tick)
        let places = spread(rules.map { y($0.value) }, apart: metrics.lineHeight, within: plot.top...plot.bottom)
        let nodes = zip(rules, places).flatMap { rule, place in
            let lines = sheet.rule(
                Point(x: plot.left, y: y(rule.value)), Point(x: plot.right, y: y(rule.value)), sheet.theme.mutedInk
            )
            guard !rule.label.isEmpty else { return lines }
            let baseline = sheet.baseline(centeredOn: place, in: TypeScale.tick)
            return lines + [sheet.run(rule.label, left + Self.gap, baseline, TypeScale.tick, sheet.theme.ink)]
        }
        return [.group(.annotation, nodes)]
    }
}
