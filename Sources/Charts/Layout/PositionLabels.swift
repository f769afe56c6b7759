import Drawing

/// What stands below upright marks: names in up to two lines, months with their years, or the days at which something begins.
///
/// Where labels have no room side by side, only every second, third … is written.
struct PositionLabels {
    private let positions: [Position]
    private let kind: Kind
    private let sheet: Sheet
    private let font = TypeScale.tick

    private enum Kind { case names([String], widest: Double), months, time }

    init(_ positions: [Position], keepsTime: Bool = false, on sheet: Sheet) {
        self.positions = positions
        self.sheet = sheet
        if positions.allSatisfy(\.isMonth) {
            kind = .months
        } else if keepsTime, positions.allSatisfy({ $0.dayNumber != nil }) {
            kind = .time
        } else {
            let names = positions.map { $0.text(in: sheet.locale) }
            kind = .names(names, widest: sheet.widest(names, in: font))
        }
    }

    func lineCount(step: Double) -> Int {
        guard case .names(let names, let widest) = kind else { return 2 }
        let room = step * Double(stride(widest: widest, step: step)) - 6
        return widest > room && names.contains { sheet.wrap($0, in: font, to: room, lines: 2).count > 1 } ? 2 : 1
    }

    /// - Parameter lines: as many as are kept free below the plot.
    func nodes(_ x: PositionScale, plot: Rect, top: Double, lines: Int) -> [Scene.Node] {
        switch (kind, x) {
        case (.names(let names, let widest), .bands(let bands)): words(names, widest, bands, top, lines)
        case (.months, .bands(let bands)): months(bands, top)
        case (_, .time(let time, _)): TimeLabels(time, on: sheet).nodes(top: top)
        case (.time, .bands): []
        }
    }

    /// A name is worth writing from about six letters on.
    private func stride(widest: Double, step: Double) -> Int { max(1, Int(((min(widest, 44) + 6) / step).rounded(.up))) }

    private func words(_ names: [String], _ widest: Double, _ bands: BandScale, _ top: Double, _ lineCount: Int) -> [Scene.Node] {
        let metrics = sheet.metrics(of: font)
        let stride = stride(widest: widest, step: bands.step)
        let room = bands.step * Double(stride) - 6
        return Swift.stride(from: 0, to: names.count, by: stride).flatMap { index -> [Scene.Node] in
            // At the ends a label wider than its band may reach below the axis, but not out of the picture.
            let side = min(bands.center(index), sheet.size.width - bands.center(index)) - 2
            let lines = sheet.wrap(names[index], in: font, to: min(room, max(side * 2, 0)), lines: lineCount)
            return lines.enumerated().map { line, text in
                sheet.run(
                    text, bands.center(index), top + metrics.ascent + Double(line) * metrics.lineHeight, .middle, font, sheet.theme.mutedInk
                )
            }
        }
    }

    /// Months in a first row, years in a second below the first month that is written of each; years alone where months have no room.
    private func months(_ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let names = (1...12).map(sheet.locale.name(ofMonth:))
        let widths = names.map { sheet.width(of: $0, in: font) }
        // Every month, or those that divide the year evenly.
        let spacing = [1, 2, 3, 6].first { Double($0) * bands.step >= (widths.max() ?? 0) + 4 }
        var row = DateRow(on: sheet, top: top)
        for (index, position) in positions.enumerated() {
            guard case .month(let year, let month) = position, (month - 1) % (spacing ?? 12) == 0 || index == 0 else { continue }
            row.append(spacing == nil ? nil : names[(month + 11) % 12], year: year, center: bands.center(index))
        }
        return row.nodes
    }
}

extension Position {
    fileprivate var isMonth: Bool { if case .month = self { true } else { false } }
}
