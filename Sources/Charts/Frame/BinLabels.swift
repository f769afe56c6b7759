import Drawing

/// The edges of bins, below the bars that stand between them, and the words for a last bin that has no end.
struct BinLabels {
    private let bins: [Mark.Histogram.Bin]
    private let format: NumberFormat
    private let context: LayoutContext

    init(_ bins: [Mark.Histogram.Bin], _ format: NumberFormat, in context: LayoutContext) {
        self.bins = bins
        self.format = format
        self.context = context
    }

    private var lowBin: Mark.Histogram.Bin? { bins.count > 1 && bins[0].isOpenBelow ? bins[0] : nil }
    private var openBin: Mark.Histogram.Bin? { BinScale.hasOpenBin(bins) ? bins.last : nil }

    /// Returns how far the label below the plot's right end would leave the picture's margin.
    func overhang(of plot: Rect) -> Double {
        guard let last = bins.last else { return 0 }
        let text = openBin.map(label) ?? format.labels(for: [last.from, last.to ?? last.from], in: context.locale)[1]
        let width = context.width(of: text, in: .tick)
        // An open bin has its label below its middle.
        let reach = openBin == nil ? width / 2 : (width - plot.width / Double(bins.count)) / 2
        return min(max(plot.right + reach - context.reach.upperBound, 0), plot.width * 0.1)
    }

    private func label(of bin: Mark.Histogram.Bin) -> String { format.label(of: bin, in: context.locale) }

    func nodes(_ x: BinScale, top: Double) -> [Scene.Node] {
        let baseline = top + context.metrics(of: .tick).ascent
        var edges = (openBin == nil ? bins[...] : bins.dropLast()).map(\.from)
        if openBin == nil, let end = bins.last?.to { edges.append(end) }
        var nodes: [Scene.Node] = []
        var limit = context.reach.upperBound
        if let openBin {
            let text = label(of: openBin)
            let width = context.width(of: text, in: .tick)
            let left = min((x(bins.count - 1) + x.end) / 2 - width / 2, limit - width)
            nodes.append(context.text(text, .tick, x: left, baseline: baseline))
            limit = left - 8
        }
        var start = context.reach.lowerBound
        if let lowBin {
            edges.removeFirst()
            let text = label(of: lowBin)
            let left = max(x(0) + x.width / 2 - context.width(of: text, in: .tick) / 2, start)
            nodes.append(context.text(text, .tick, x: left, baseline: baseline))
            start = left + context.width(of: text, in: .tick) + 8
        }
        let (indices, labels) = written(of: edges, step: x.width)
        for (index, label) in zip(indices, labels) {
            let bin = index + (lowBin == nil ? 0 : 1)
            let place = bin == bins.count ? x.end : x(bin)
            let width = context.width(of: label, in: .tick)
            guard place + width / 2 <= limit + 1e-6, place - width / 2 >= start else { continue }
            nodes.append(context.text(label, .tick, x: place, baseline: baseline, anchor: .middle))
        }
        return nodes
    }

    /// Returns which edges are written, and how: as many as have room side by side, evenly spaced, zero among them.
    private func written(of edges: [Double], step: Double) -> (indices: [Int], labels: [String]) {
        var choice: (indices: [Int], labels: [String]) = ([], [])
        for stride in [1, 2, 4, 5, 10, 20, 40] {
            let offset = edges.firstIndex(of: 0).map { $0 % stride } ?? 0
            let indices = Array(Swift.stride(from: offset, to: edges.count, by: stride))
            choice = (indices, format.labels(for: indices.map { edges[$0] }, in: context.locale))
            if Double(stride) * step >= context.widest(choice.labels, in: .tick) + 10 { break }
        }
        return choice
    }
}

extension NumberFormat {
    /// Returns a bin in words, as in `$5 – $10` or `≥ $100`.
    func label(of bin: Mark.Histogram.Bin, in locale: Locale) -> String {
        if bin.isOpenBelow, let to = bin.to { return "< \(compactText(to, in: locale))" }
        let edges = labels(for: [bin.from, bin.to ?? bin.from * 2 + 1], in: locale)
        return bin.to == nil ? "≥ \(compactText(bin.from, in: locale))" : "\(edges[0]) – \(edges[1])"
    }
}
