import Drawing

extension Sheet {
    /// Returns names in a column at the left of rows, each beside its row, in up to two lines.
    ///
    /// Names thin out where a row is lower than a line of text.
    func names(_ names: [String], right: Double, width: Double, _ rows: BandScale) -> [Scene.Node] {
        let metrics = metrics(of: TypeScale.tick)
        let stride = max(1, Int((tightLine / rows.step).rounded(.up)))
        let lineCount = rows.step >= 2 * metrics.lineHeight ? 2 : 1
        return Swift.stride(from: 0, to: names.count, by: stride).flatMap { index -> [Scene.Node] in
            let lines = wrap(names[index], in: TypeScale.tick, to: width, lines: lineCount)
            let first = baseline(centeredOn: rows.center(index), in: TypeScale.tick) - Double(lines.count - 1) * metrics.lineHeight / 2
            return lines.enumerated().map { line, text in
                run(text, right, first + Double(line) * metrics.lineHeight, .end, TypeScale.tick, theme.ink)
            }
        }
    }
}
