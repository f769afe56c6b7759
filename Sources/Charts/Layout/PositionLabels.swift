import Drawing

/// What stands below upright bars: names in up to two lines, or months with their years.
///
/// Where labels have no room side by side, only every second, third … is written.
struct PositionLabels {
    private let positions: [Position]
    private let sheet: Sheet
    private let font = TypeScale.tick

    init(_ positions: [Position], on sheet: Sheet) {
        self.positions = positions
        self.sheet = sheet
    }

    private var areMonths: Bool {
        positions.allSatisfy {
            if case .month = $0 { true } else { false }
        }
    }

    func lineCount(step: Double) -> Int {
        if areMonths { return 2 }
        let (stride, names) = names(step: step)
        return names.contains { sheet.width(of: $0, in: font) > step * Double(stride) - 6 && $0.contains(" ") } ? 2 : 1
    }

    func nodes(plot: Rect, top: Double) -> [Scene.Node] {
        let bands = BandScale(count: positions.count, from: plot.left, to: plot.right)
        return areMonths ? months(bands, top) : words(bands, top)
    }

    private func names(step: Double) -> (stride: Int, names: [String]) {
        let names = positions.map { $0.text(in: sheet.locale) }
        // A name is worth writing from about six letters on.
        let wanted = min(sheet.widest(names, in: font), 44) + 6
        return (max(1, Int((wanted / step).rounded(.up))), names)
    }

    private func words(_ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let metrics = sheet.metrics(of: font)
        let (stride, names) = names(step: bands.step)
        let room = bands.step * Double(stride) - 6
        return Swift.stride(from: 0, to: names.count, by: stride).flatMap { index -> [Scene.Node] in
            // At the ends a label wider than its band would leave the picture.
            let side = min(
                bands.center(index) - bands.center(0) + bands.step / 2, bands.center(names.count - 1) - bands.center(index) + bands.step / 2
            )
            let lines = sheet.wrap(names[index], in: font, to: min(room, max(side * 2, bands.step - 2)), lines: 2)
            return lines.enumerated().map { line, text in
                sheet.run(
                    text, bands.center(index), top + metrics.ascent + Double(line) * metrics.lineHeight, .middle, font, sheet.theme.mutedInk
                )
            }
        }
    }

    /// Months in a first row, years in a second below the first month that is written of each; years alone where months have no room.
    private func months(_ bands: BandScale, _ top: Double) -> [Scene.Node] {
        let metrics = sheet.metrics(of: font)
        let widest = sheet.widest((1...12).map(sheet.locale.name(ofMonth:)), in: font)
        // Every month, or those that divide the year evenly.
        let spacing = [1, 2, 3, 6].first { Double($0) * bands.step >= widest + 4 }
        var nodes: [Scene.Node] = []
        var lastYear: Int?
        var (monthEnd, yearEnd) = (-Double.infinity, -Double.infinity)
        for (index, position) in positions.enumerated() {
            guard case .month(let year, let month) = position else { continue }
            guard (month - 1) % (spacing ?? 12) == 0 || index == 0 else { continue }
            let center = bands.center(index)
            var yearLeft = center - sheet.width(of: sheet.locale.text(ofYear: year), in: font) / 2
            if spacing != nil {
                let name = sheet.locale.name(ofMonth: month)
                let left = center - sheet.width(of: name, in: font) / 2
                guard left >= monthEnd + 3 else { continue }
                nodes.append(sheet.run(name, left, top + metrics.ascent, font, sheet.theme.mutedInk))
                monthEnd = left + sheet.width(of: name, in: font)
                yearLeft = left
            }
            yearLeft = min(max(yearLeft, 2), sheet.size.width - 2 - sheet.width(of: sheet.locale.text(ofYear: year), in: font))
            guard year != lastYear, yearLeft >= yearEnd + 4 else { continue }
            let baseline = top + metrics.ascent + (spacing == nil ? 0 : metrics.lineHeight)
            nodes.append(sheet.run(sheet.locale.text(ofYear: year), yearLeft, baseline, font, sheet.theme.ink))
            yearEnd = yearLeft + sheet.width(of: sheet.locale.text(ofYear: year), in: font)
            lastYear = year
        }
        return nodes
    }
}
