import Drawing

/// The numbers of bars that lie one below another, also of those that have no room.
struct RowNumbers {
    let count: Int
    private let texts: [String]
    private let shares: [String]
    /// Returns what all rows from an index on come to, where that says something.
    private let sum: (_ start: Int) -> (text: String, share: String)?

    /// Narrower pictures have no room for a column of shares.
    private static let leastWidth = 400.0

    /// None where there is not a number for each row, or a rule would strike it through.
    init(_ plot: CartesianPlot) {
        let (chart, mark) = (plot.chart, plot.layers.first?.mark)
        count = plot.positions.count
        guard plot.layers.count == 1, plot.valueRules.isEmpty, let mark, let values = mark.labelledValues, values.count == count,
            chart.axis(mark.axis).hasLabels, chart.axis(mark.axis).isOptional, mark.valueLabels.isEmpty
        else {
            texts = []
            shares = []
            sum = { _ in nil }
            return
        }
        let (format, locale) = (chart.format(of: mark.axis), chart.locale)
        texts = mark.signed(values.map { format.text($0, in: locale, wholeFrom: 100) }, in: locale)
        let percents = mark.shares.map { Mark.Arc.percentages(of: $0) } ?? []
        func percent(_ share: Double, _ whole: Int) -> String {
            let text = NumberFormat.wholePercent(Double(max(whole, 1)) / 100, in: locale)
            return whole == 0 && share > 0 ? "<\(text)" : NumberFormat.wholePercent(Double(whole) / 100, in: locale)
        }
        // What is a part of the whole already is not said twice.
        let hasShares = format != .percent && !percents.isEmpty
        shares = hasShares ? zip(mark.shares ?? [], percents).map { percent($0, $1) } : []
        sum = { start in
            guard mark.isSummable, start < values.count else { return nil }
            let rest = values[start...].reduce(0, +)
            let share = hasShares ? percent(1, percents[start...].reduce(0, +)) : ""
            return (format.text(rest, in: locale, wholeFrom: 100), share)
        }
    }

    /// Returns what is written beside the first rows; nil for nothing.
    func columns(shown: Int, width: Double) -> RowColumns? {
        guard !texts.isEmpty else { return nil }
        let rest = shown < count ? sum(shown) : nil
        let hasShares = !shares.isEmpty && width >= Self.leastWidth
        return RowColumns(
            texts: Array(texts.prefix(shown)), shares: hasShares ? Array(shares.prefix(shown)) : [], rest: rest?.text,
            restShare: hasShares ? rest?.share : nil)
    }
}

/// What is written beside bars: a number at each bar's end, or two columns at the right, the second for its part of the whole.
struct RowColumns {
    let texts: [String]
    let shares: [String]
    /// What the rows that have no room come to.
    let rest: String?
    let restShare: String?

    private static let gap = 6.0
    private static let columnGap = 14.0

    /// Returns the room beside the longest bar, in points.
    func width(in style: TextStyle, _ context: LayoutContext) -> Double {
        textWidth(in: style, context) + Self.gap + (shares.isEmpty ? 0 : Self.columnGap + shareWidth(in: style, context))
    }

    private func textWidth(in style: TextStyle, _ context: LayoutContext) -> Double {
        context.widest(texts + (shares.isEmpty ? [] : [rest].compactMap { $0 }), in: style)
    }

    private func shareWidth(in style: TextStyle, _ context: LayoutContext) -> Double {
        context.widest(shares + [restShare].compactMap { $0 }, in: style)
    }

    /// - Parameters:
    ///   - right: the edge of the columns.
    ///   - rows: of the bars, and of the line for those that have no room.
    func nodes(of mark: any CartesianMark, in area: PlotArea, right: Double, _ rows: BandScale) -> [Scene.Node] {
        let (context, style) = (area.context, area.numberStyle)
        let plain = style.font.size < 11 ? TextStyle.smallName : .name
        func column(_ texts: [String], _ style: TextStyle, _ right: Double) -> [Scene.Node] {
            texts.enumerated().map { context.text($1, style, x: right, centeredOn: rows.center($0), anchor: .end) }
        }
        guard !shares.isEmpty else {
            let more = rest.map { context.text($0, plain, x: area.values(0) + Self.gap, centeredOn: rows.center(texts.count)) }
            return mark.numbers(texts, in: area) + (more.map { [.group(.annotation, [$0])] } ?? [])
        }
        let textRight = right - shareWidth(in: style, context) - Self.columnGap
        return [
            .group(
                .annotation,
                column(texts + [rest].compactMap { $0 }, plain, textRight) + column(shares + [restShare].compactMap { $0 }, style, right))
        ]
    }
}
