import Drawing

/// Days or months in a row, and below them the year where a new one begins; years alone where nothing smaller has room.
struct DateRow {
    private let sheet: Sheet
    private let top: Double
    private let font = TypeScale.tick
    private var lastYear: Int?
    private var (labelEnd, yearEnd) = (-Double.infinity, -Double.infinity)
    private(set) var nodes: [Scene.Node] = []

    init(on sheet: Sheet, top: Double) {
        self.sheet = sheet
        self.top = top
    }

    /// Writes a label centered below its mark, unless it would touch the one before or leave the picture.
    ///
    /// - Parameter label: nil where the year stands alone.
    mutating func append(_ label: String?, year: Int, center: Double) {
        let metrics = sheet.metrics(of: font)
        let yearText = sheet.locale.text(ofYear: year)
        let yearWidth = year == lastYear ? 0 : sheet.width(of: yearText, in: font)
        var yearLeft = center - yearWidth / 2
        if let label {
            let width = sheet.width(of: label, in: font)
            let left = min(max(center - width / 2, sheet.edge), sheet.size.width - sheet.edge - width)
            // A label moved in from the picture's edge still stands below its mark.
            guard left >= labelEnd + 3, left <= center, center <= left + width else { return }
            nodes.append(sheet.run(label, left, top + metrics.ascent, font, sheet.theme.mutedInk))
            labelEnd = left + width
            yearLeft = left
        }
        yearLeft = min(max(yearLeft, sheet.edge), sheet.size.width - sheet.edge - yearWidth)
        guard year != lastYear, yearLeft >= yearEnd + 4 else { return }
        let baseline = top + metrics.ascent + (label == nil ? 0 : metrics.lineHeight)
        nodes.append(sheet.run(yearText, yearLeft, baseline, font, sheet.theme.ink))
        yearEnd = yearLeft + yearWidth
        lastYear = year
    }
}
