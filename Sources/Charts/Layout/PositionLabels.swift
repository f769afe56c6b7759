import Drawing

/// What stands below upright marks: names in up to two lines, months with their years, or the days at which something begins.
///
/// Where labels have no room side by side, only every second, third … is written; months of every year become letters before that.
struct PositionLabels {
    private let positions: [Position]
    private let kind: Kind
    private let sheet: Sheet
    private let font = TypeScale.tick

    private enum Kind {
        case names([String], widest: Double)
        case months
        case calendarMonths([Int])
        case time
    }

    init(_ positions: [Position], keepsTime: Bool = false, on sheet: Sheet) {
        self.positions = positions
        self.sheet = sheet
        if positions.allSatisfy(\.isMonth) {
            kind = .months
        } else if keepsTime, positions.allSatisfy({ $0.dayNumber != nil }) {
            kind = .time
        } else if positions.allSatisfy({ $0.calendarMonth != nil }) {
            kind = .calendarMonths(positions.compactMap(\.calendarMonth))
        } else {
            let names = positions.map { $0.text(in: sheet.locale) }
            kind = .names(names, widest: sheet.widest(names, in: font))
        }
    }

    func lineCount(step: Double) -> Int {
        switch kind {
        case .months, .time: return 2
        case .calendarMonths: return 1
        case .names(let names, let widest):
            let room = step * Double(stride(names, widest, step: step)) - 6
            return widest > room && names.contains { sheet.wrap($0, in: font, to: room, lines: 2).count > 1 } ? 2 : 1
        }
    }

    /// - Parameter lines: as many as are kept free below the plot.
    func nodes(_ x: PositionScale, top: Double, lines: Int) -> [Scene.Node] {
        switch (kind, x) {
        case (.names(let names, let widest), .bands(let bands)): words(names, widest, bands, top, lines)
        case (.months, .bands(let bands)): months(bands, top)
        case (.calendarMonths(let months), .bands(let bands)): letters(months, bands, top)
        case (_, .time(let time, _)): TimeLabels(time, on: sheet).nodes(top: top)
        case (.time, .bands): []
        }
    }

    /// A name is worth writing from about six letters on, so that as many as possible are written; where some have to be left out, the
    /// others get room for their longest word.
    private func stride(_ names: [String], _ widest: Double, step: Double) -> Int {
        guard min(widest, 44) + 6 > step else { return 1 }
        return max(1, Int(((min(sheet.widestWord(in: names, font), 90) + 6) / step).rounded(.up)))
    }

    private func words(_ names: [String], _ widest: Double, _ bands: BandScale, _ top: Double, _ lineCount: Int) -> [Scene.Node] {
        let metrics = sheet.metrics(of: font)
        let stride = stride(names, widest, step: bands.step)
        let room = bands.step * Double(stride) - 6
        let last = names.count - 1
        func label(_ index: Int) -> (lines: [String], place: Double, half: Double) {
            // At the ends a label may reach below the axis and beside its bar, but not out of the picture.
            let center = bands.center(index)
            let right = index == last ? max(sheet.size.width - sheet.edge, center) : center + room / 2
            let left = index == 0 ? min(sheet.edge, center) : min(center - room / 2, right - room)
            let lines = sheet.wrap(names[index], in: font, to: min(right - left, 2 * room), lines: lineCount)
            let half = sheet.widest(lines, in: font) / 2
            return (lines, min(max(center, left + half), right - half), half)
        }
        // Readers look for what a row ends with: its name goes before those that would touch it.
        let closing = label(last)
        let limit = closing.place - closing.half - 4
        let others = Swift.stride(from: 0, to: last, by: stride).map(label).filter { $0.place + $0.half <= limit }
        return (others + [closing]).flatMap { lines, place, _ in
            lines.enumerated().map { line, text in
                sheet.run(text, place, top + metrics.ascent + Double(line) * metrics.lineHeight, .middle, font, sheet.theme.mutedInk)
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

    /// Names of months where all have room, else their first letters, and in the end every second, third … of those.
    private func letters(_ months: [Int], _ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let names = months.map(sheet.locale.name(ofMonth:))
        let texts = sheet.widest(names, in: font) + 4 <= bands.step ? names : months.map(sheet.locale.narrowName(ofMonth:))
        let stride = max(1, Int(((sheet.widest(texts, in: font) + 3) / bands.step).rounded(.up)))
        let baseline = top + sheet.metrics(of: font).ascent
        return Swift.stride(from: 0, to: texts.count, by: stride).map { index in
            sheet.run(texts[index], bands.center(index), baseline, .middle, font, sheet.theme.mutedInk)
        }
    }
}

extension Position {
    fileprivate var isMonth: Bool { if case .month = self { true } else { false } }
    fileprivate var calendarMonth: Int? { if case .calendarMonth(let month) = self { month } else { nil } }
}
