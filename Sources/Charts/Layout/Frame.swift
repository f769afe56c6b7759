import Drawing

/// The words around the plot, and the room they leave.
struct Frame {
    /// Where the plot may draw.
    let body: Rect
    let nodes: [Scene.Node]

    init(_ chart: Chart, on sheet: Sheet, detail: Detail) {
        let margin = sheet.margin
        let width = sheet.size.width - 2 * margin
        var top = margin
        var titleNodes: [Scene.Node] = []

        func stack(_ lines: [String], _ font: Font, _ color: Color) {
            let metrics = sheet.metrics(of: font)
            for line in lines where !line.isEmpty {
                titleNodes.append(sheet.run(line, margin, top + metrics.ascent, font, color))
                top += metrics.lineHeight
            }
        }
        let titleFont = sheet.isSmall ? TypeScale.smallTitle : TypeScale.title
        // Below this height the title would take the picture from its marks.
        if sheet.size.height >= 60 {
            stack(sheet.wrap(chart.title, in: titleFont, to: width, lines: sheet.isSmall ? 1 : 2), titleFont, sheet.theme.ink)
        }
        if detail == .full, !chart.subtitle.isEmpty {
            top += 2
            stack(Self.subtitleLines(chart.subtitle, width: width, on: sheet), TypeScale.subtitle, sheet.theme.mutedInk)
        }
        top += titleNodes.isEmpty ? 0 : sheet.isSmall ? 4 : detail <= .axis ? 8 : 14

        var bottom = sheet.size.height - margin
        var footnoteNodes: [Scene.Node] = []
        let notes = detail == .full ? chart.notes : ""
        if !notes.isEmpty {
            let metrics = sheet.metrics(of: TypeScale.footnote)
            let lines = sheet.wrap(notes, in: TypeScale.footnote, to: width, lines: 2)
            for (index, line) in lines.enumerated() {
                let baseline = bottom - metrics.descent - Double(lines.count - 1 - index) * metrics.lineHeight
                footnoteNodes.append(sheet.run(line, margin, baseline, TypeScale.footnote, sheet.theme.mutedInk))
            }
            bottom -= Double(lines.count) * metrics.lineHeight + 8
        }
        body = Rect(left: margin, top: top, right: sheet.size.width - margin, bottom: max(bottom, top))
        nodes = [.group(.title, titleNodes)] + (footnoteNodes.isEmpty ? [] : [.group(.footnote, footnoteNodes)])
    }

    /// Returns the subtitle in up to two lines, broken between its parts where each line has room for whole ones: a period in one line is
    /// read at once.
    private static func subtitleLines(_ subtitle: String, width: Double, on sheet: Sheet) -> [String] {
        let lines = sheet.wrap(subtitle, in: TypeScale.subtitle, to: width, lines: 2)
        let parts = subtitle.split(separator: " · ")
        guard lines.count > 1, parts.count > 1 else { return lines }
        let breaks = (1..<parts.count).reversed().lazy.map { count in
            [parts[..<count].joined(separator: " · "), parts[count...].joined(separator: " · ")]
        }
        return breaks.first { sheet.widest($0, in: TypeScale.subtitle) <= width } ?? lines
    }
}
