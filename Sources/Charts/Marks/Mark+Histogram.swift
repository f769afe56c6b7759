import Drawing

extension Mark {
    /// Bars side by side over the bins of a number, as high as the bin's count.
    public struct Histogram: Hashable, Sendable {
        public struct Bin: Hashable, Sendable {
            public var from: Double
            /// Nil in a last bin that has no end.
            public var to: Double?
            public var count: Int
            /// Whether a first bin has no beginning: it gathers all that is less than its end.
            public var isOpenBelow: Bool

            public init(from: Double, to: Double?, count: Int, isOpenBelow: Bool = false) {
                self.from = from
                self.to = to
                self.count = count
                self.isOpenBelow = isOpenBelow
            }
        }

        /// In order, each beginning where the one before it ends.
        public var bins: [Bin]
        var axis = ValueAxis.y

        public init(bins: [Bin]) { self.bins = bins }
    }

    public static func histogram(_ bins: [Histogram.Bin]) -> Mark { .histogram(Histogram(bins: bins)) }
}

extension Mark.Histogram: CartesianMark {
    var mark: Mark { .histogram(self) }
    var isEmpty: Bool { bins.isEmpty }
    var numbers: [Double] { bins.flatMap { [$0.from, $0.to ?? $0.from] } }
    var hasLengths: Bool { true }
    /// Bins have edges on the other axis.
    var hasValues: Bool { false }

    func namedValues(in words: MarkWords) -> [NamedValue] {
        bins.map { NamedValue(name: words.chart.x.format.label(of: $0, in: words.locale), value: Double($0.count)) }
    }

    // MARK: Layout

    var plotPositions: Positions { .bins(bins) }
    // Even where all are empty, one would have some height.
    var drawnValues: [Double] { bins.map { Double($0.count) } + (bins.allSatisfy { $0.count == 0 } ? [1] : []) }

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let width = area.positions.bandwidth
        let space: Double = if case .bins(let bins) = area.positions { bins.space } else { 0 }
        let marks = bins.enumerated().map { index, bin in
            let rect = area.bar(at: area.center(index) - space / 2, width: width - space, from: 0, to: Double(bin.count))
            let isOpen = BinScale.hasOpenBin(bins) && index == bins.count - 1 || bin.isOpenBelow
            return area.mark(
                area.chart.x.format.label(of: bin, in: area.context.locale), Double(bin.count),
                [
                    .shape(
                        Path(rect, rounding: area.end(isForward: true), radius: PlotArea.cornerRadius),
                        fill: area.color(isOpen ? .neutral : .accent), stroke: nil)
                ]
            )
        }
        return [.group(.marks, marks)]
    }
}
