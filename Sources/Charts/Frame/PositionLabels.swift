import Drawing

/// Labels of the positions along the lower edge of a plot: names in up to two lines, months with their years, the days on which something
/// begins, or the edges of bins.
///
/// Where labels have no room side by side, only every second, third … is written; months of every year become letters before that.
struct PositionLabels: EdgeComponent {
    private let kind: Kind
    private let lineCount: Int
    private let yearNotes: [Int: String]
    /// The most names that are written.
    private let most: Int
    private let context: LayoutContext

    private enum Kind {
        case names([String], widest: Double)
        case months([(year: Int, month: Int)])
        case calendarMonths([Int])
        case time
        case bins(BinLabels)
        case continuum(ContinuumLabels)
    }

    /// - Parameter width: of the plot, in points.
    init(
        _ positions: Positions, _ axis: Axis, yearNotes: [Int: String] = [:], width: Double, in context: LayoutContext
    ) {
        let kind = Self.kind(positions, axis, in: context)
        lineCount =
            switch kind {
            case .months, .time: 2
            case .continuum(let labels): labels.lineCount
            case .calendarMonths, .bins: 1
            case .names(let names, let widest):
                Self.lineCount(of: names, widest, step: width / Double(max(names.count, 1)), in: context)
            }
        self.kind = kind
        most = max(axis.mostLabels ?? .max, 1)
        self.yearNotes = yearNotes
        self.context = context
    }

    private static func kind(_ positions: Positions, _ axis: Axis, in context: LayoutContext) -> Kind {
        switch positions {
        case .bins(let bins): return .bins(BinLabels(bins, axis.format, in: context))
        case .along(let continuum): return .continuum(ContinuumLabels(continuum, axis, in: context))
        case .places(let places, let keepsTime):
            let months = places.compactMap(\.yearAndMonth)
            if months.count == places.count { return .months(months) }
            if keepsTime, places.allSatisfy({ $0.dayNumber != nil }) { return .time }
            let calendarMonths = places.compactMap(\.monthOfYear)
            if calendarMonths.count == places.count { return .calendarMonths(calendarMonths) }
            let names = places.map { $0.text(axis.format, in: context.locale) }
            return .names(names, widest: context.widest(names, in: .tick))
        }
    }

    private static func lineCount(of names: [String], _ widest: Double, step: Double, in context: LayoutContext) -> Int {
        let room = step * Double(stride(names, widest, step: step, in: context)) - 6
        return widest > room && names.contains { context.wrap($0, in: .tick, to: room, lines: 2).count > 1 } ? 2 : 1
    }

    var edge: Path.Edge { .bottom }
    var thickness: Double { Double(lineCount) * context.lineHeight(of: .tick) + PlotFrame.gapBelow }

    /// Returns how far the last label would leave the picture's margin.
    func overhang(of plot: Rect) -> Double { if case .bins(let labels) = kind { labels.overhang(of: plot) } else { 0 } }

    func nodes(beside plot: Rect, along x: PositionScale) -> [Scene.Node] {
        let top = plot.bottom + PlotFrame.gapBelow
        switch (kind, x) {
        case (.names(let names, let widest), .bands(let bands)): return [.group(.axis, words(names, widest, bands, top))]
        case (.months(let months), .bands(let bands)): return [.group(.axis, self.months(months, bands, top))]
        case (.calendarMonths(let months), .bands(let bands)): return [.group(.axis, letters(months, bands, top))]
        case (.bins(let labels), .bins(let bins)): return [.group(.axis, labels.nodes(bins, top: top))]
        case (_, .time(let time, _)): return DateLabels(in: context).nodes(beside: plot, along: time)
        case (.continuum(let labels), .along(let scale, _)): return labels.nodes(beside: plot, along: scale)
        // A scale is made of the same positions as its labels.
        case (_, .bands), (_, .bins), (_, .along): return []
        }
    }

    /// A name is worth writing from about six letters on, so that as many as possible are written; where some have to be left out, the
    /// others get room for their longest word.
    private static func stride(_ names: [String], _ widest: Double, step: Double, in context: LayoutContext) -> Int {
        guard min(widest, 44) + 6 > step else { return 1 }
        return max(1, Int(((min(context.widestWord(in: names, in: .tick), 90) + 6) / step).rounded(.up)))
    }

    private func words(_ names: [String], _ widest: Double, _ bands: BandScale, _ top: Double) -> [Scene.Node] {
        // The last name is written too.
        let fewest = most < names.count ? (names.count - 2) / max(most - 1, 1) + 1 : 1
        let stride = max(Self.stride(names, widest, step: bands.step, in: context), fewest)
        let room = bands.step * Double(stride) - 6
        let last = names.count - 1
        func label(_ index: Int) -> (block: TextBlock, place: Double, half: Double) {
            // At the ends a label may reach below the axis and beside its bar, but not out of the picture.
            let center = bands.center(index)
            let right = index == last ? max(context.reach.upperBound, center) : center + room / 2
            let left = index == 0 ? min(context.reach.lowerBound, center) : min(center - room / 2, right - room)
            let block = TextBlock(names[index], .tick, width: min(right - left, 2 * room), lines: lineCount, in: context)
            let half = block.width / 2
            return (block, min(max(center, left + half), right - half), half)
        }
        // Readers look for what a row ends with: its name goes before those that would touch it.
        let closing = label(last)
        let limit = closing.place - closing.half - 4
        let others = Swift.stride(from: 0, to: last, by: stride).map(label).filter { $0.place + $0.half <= limit }
        return (others + [closing]).flatMap { $0.block.nodes(x: $0.place, top: top, anchor: .middle) }
    }

    /// Months in a first row, years in a second below the first month that is written of each; years alone where months have no room.
    private func months(_ months: [(year: Int, month: Int)], _ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let names = (1...12).map(context.locale.name(ofMonth:))
        // Every month, or those that divide the year evenly.
        let spacing = [1, 2, 3, 6].first { Double($0) * bands.step >= context.widest(names, in: .tick) + 4 }
        var row = DateRow(in: context, top: top)
        let counts = Dictionary(months.map { ($0.year, 1) }, uniquingKeysWith: +)
        for (index, (year, month)) in months.enumerated() {
            guard (month - 1) % (spacing ?? 12) == 0 || index == 0 else { continue }
            row.append(
                spacing == nil ? nil : names[(month + 11) % 12], year: year, note: yearNotes[year],
                room: Double(counts[year] ?? 0) * bands.step, center: bands.center(index))
        }
        return row.nodes
    }

    /// Names of months where all have room, else their first letters, and in the end every second, third … of those.
    private func letters(_ months: [Int], _ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let names = months.map(context.locale.name(ofMonth:))
        let texts = context.widest(names, in: .tick) + 4 <= bands.step ? names : months.map(context.locale.narrowName(ofMonth:))
        let stride = max(1, Int(((context.widest(texts, in: .tick) + 3) / bands.step).rounded(.up)))
        let baseline = top + context.metrics(of: .tick).ascent
        return Swift.stride(from: 0, to: texts.count, by: stride).map { index in
            context.text(texts[index], .tick, x: bands.center(index), baseline: baseline, anchor: .middle)
        }
    }
}
