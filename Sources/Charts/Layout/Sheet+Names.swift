import Drawing

extension Sheet {
    /// Returns names in a column at the left of rows, each beside its row, in up to two lines.
    ///
    /// Names thin out where a row is lower than a line of text.
    func names(_ names: [String], _ font: Font, right: Double, width: Double, _ rows: BandScale) -> [Scene.Node] {
        let lineHeight = metrics(of: font).lineHeight
        let stride = max(1, Int(((lineHeight - 1) / rows.step).rounded(.up)))
        let lineCount = rows.step >= 2 * lineHeight ? 2 : 1
        return Swift.stride(from: 0, to: names.count, by: stride).flatMap { index -> [Scene.Node] in
            let lines = wrap(names[index], in: font, to: width, lines: lineCount)
            let first = baseline(centeredOn: rows.center(index), in: font) - Double(lines.count - 1) * lineHeight / 2
            return lines.enumerated().map { line, text in
                run(text, right, first + Double(line) * lineHeight, .end, font, theme.ink)
            }
        }
    }
}
