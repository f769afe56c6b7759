import Drawing

/// The bars of a histogram over an axis of round edges, and rules at values of that axis.
struct HistogramBars {
    private let chart: Chart
    private let bins: [Mark.Histogram.Bin]
    private let rules: [Mark.Rule]
    private let sheet: Sheet
    private let detail: Detail

    init(_ chart: Chart, _ histogram: Mark.Histogram, _ rules: [Mark.Rule], _ sheet: Sheet, _ detail: Detail) {
        self.chart = chart
        self.bins = histogram.bins
        self.rules = rules.filter { $0.axis == .x }
        self.sheet = sheet
        self.detail = detail
    }

    func nodes(in body: Rect) -> [Scene.Node]? {
        let counts = bins.map { Double($0.count) }
        let extent = 0...max(counts.max() ?? 0, 1)
        guard detail >= .axis else { return [marks(in: body, LinearScale(domain: extent, from: body.bottom, to: body.top))] }
        let metrics = sheet.metrics(of: TypeScale.tick)
        var plot = body
        plot.bottom -= metrics.lineHeight + 6
        plot.top += rules.isEmpty ? metrics.capHeight / 2 : metrics.lineHeight + 4
        guard plot.height >= 40 else { return nil }
        let axis = ValueAxis(extent, chart.y, length: plot.height, on: sheet)
        plot.left += axis.width + 8
        plot.right -= overhang(of: plot)
        guard plot.width >= 80 else { return nil }
        let y = LinearScale(domain: axis.domain, from: plot.bottom, to: plot.top)
        return axis.nodes(left: body.left, plot: plot) + [
            marks(in: plot, y),
            sheet.baseline(of: plot, at: plot.bottom),
            .group(.axis, edgeLabels(in: plot, top: plot.bottom + 6)),
            .group(.annotation, rules.flatMap { ruleNodes($0, in: plot, top: body.top) }),
        ]
    }

    /// How far the label below the plot's right end would leave the picture's margin.
    private func overhang(of plot: Rect) -> Double {
        guard let last = bins.last else { return 0 }
        let text = hasOpenBin ? label(of: last) : chart.x.format.labels(for: [last.from, last.to ?? last.from], in: sheet.locale)[1]
        let width = sheet.width(of: text, in: TypeScale.tick)
        // An open bin has its label below its middle.
        let reach = hasOpenBin ? (width - plot.width / Double(bins.count)) / 2 : width / 2
        return min(max(plot.right + reach - (sheet.size.width - sheet.edge), 0), plot.width * 0.1)
    }

    /// Where the bin at `index` begins. An open bin stands a little apart, as wide as the others.
    private func edge(_ index: Int, in plot: Rect) -> Double {
        let gap = hasOpenBin ? min(10, plot.width * 0.03) : 0
        let width = (plot.width - gap) / Double(bins.count)
        return plot.left + Double(index) * width + (hasOpenBin && index >= bins.count - 1 ? gap : 0)
    }

    private var hasOpenBin: Bool { bins.count > 1 && bins.last?.to == nil }

    private func marks(in plot: Rect, _ y: LinearScale) -> Scene.Node {
        let width = edge(1, in: plot) - edge(0, in: plot)
        return .group(
            .marks,
            bins.enumerated().map { index, bin in
                let left = edge(index, in: plot)
                let rect = Rect(
                    left: left + min(0.5, width / 8), top: y(Double(bin.count)), right: left + width - min(0.5, width / 8), bottom: y(0))
                let isOpen = hasOpenBin && index == bins.count - 1
                return .mark(
                    label(of: bin), Double(bin.count), chart, sheet.locale,
                    [.shape(Path(rect, rounding: .top, radius: 2), fill: sheet.theme.color(isOpen ? .neutral : .accent), stroke: nil)]
                )
            }
        )
    }

    private func label(of bin: Mark.Histogram.Bin) -> String { chart.x.format.label(of: bin, in: sheet.locale) }

    private func edgeLabels(in plot: Rect, top: Double) -> [Scene.Node] {
        let font = TypeScale.tick
        let baseline = top + sheet.metrics(of: font).ascent
        let closed = hasOpenBin ? bins.count - 1 : bins.count
        var edges = bins.prefix(closed).map(\.from)
        if !hasOpenBin, let end = bins.last?.to { edges.append(end) }
        var nodes: [Scene.Node] = []
        var limit = sheet.size.width - sheet.edge
        if hasOpenBin, let last = bins.last {
            let text = label(of: last)
            let width = sheet.width(of: text, in: font)
            let center = (edge(bins.count - 1, in: plot) + plot.right) / 2
            let left = min(center - width / 2, limit - width)
            nodes.append(sheet.run(text, left, baseline, font, sheet.theme.mutedInk))
            limit = left - 8
        }
        let (indices, labels) = written(of: edges, step: edge(1, in: plot) - edge(0, in: plot))
        for (index, label) in zip(indices, labels) {
            let x = index == bins.count ? plot.right : edge(index, in: plot)
            let width = sheet.width(of: label, in: font)
            guard x + width / 2 <= limit + 1e-6, x - width / 2 >= sheet.edge else { continue }
            nodes.append(sheet.run(label, x, baseline, .middle, font, sheet.theme.mutedInk))
        }
        return nodes
    }

    /// Returns which edges are written, and how: as many as have room side by side, evenly spaced, zero among them.
    private func written(of edges: [Double], step: Double) -> (indices: [Int], labels: [String]) {
        var choice: (indices: [Int], labels: [String]) = ([], [])
        for stride in [1, 2, 4, 5, 10, 20, 40] {
            let offset = edges.firstIndex(of: 0).map { $0 % stride } ?? 0
            let indices = Array(Swift.stride(from: offset, to: edges.count, by: stride))
            choice = (indices, chart.x.format.labels(for: indices.map { edges[$0] }, in: sheet.locale))
            if Double(stride) * step >= sheet.widest(choice.labels, in: TypeScale.tick) + 10 { break }
        }
        return choice
    }

    private func ruleNodes(_ rule: Mark.Rule, in plot: Rect, top: Double) -> [Scene.Node] {
        guard let index = bins.lastIndex(where: { $0.from <= rule.value }),
            let to = bins[index].to ?? bins.last.map({ max($0.from, rule.value) })
        else {
            return []
        }
        let bin = bins[index]
        let share = to > bin.from ? min((rule.value - bin.from) / (to - bin.from), 1) : 0
        let width = edge(1, in: plot) - edge(0, in: plot)
        let x = edge(index, in: plot) + share * width
        let text = sheet.fit(rule.label, in: TypeScale.value, to: plot.width)
        let textWidth = sheet.width(of: text, in: TypeScale.value)
        let left = min(max(x - textWidth / 2, plot.left), plot.right - textWidth)
        let baseline = top + sheet.metrics(of: TypeScale.value).ascent
        return sheet.rule(Point(x: x, y: plot.top - 1), Point(x: x, y: plot.bottom), sheet.theme.ink, width: 1.5) + [
            sheet.run(text, left, baseline, TypeScale.value, sheet.theme.ink)
        ]
    }
}

extension NumberFormat {
    /// Returns a bin in words, as in `$5 – $10` or `≥ $100`.
    func label(of bin: Mark.Histogram.Bin, in locale: Locale) -> String {
        let edges = labels(for: [bin.from, bin.to ?? bin.from * 2 + 1], in: locale)
        guard bin.to != nil else { return "≥ \(compactText(bin.from, in: locale))" }
        return "\(edges[0]) – \(edges[1])"
    }
}
