import Drawing

extension Sheet {
    /// Returns a sentence in the middle of `body`, or nil when it has no room there.
    func note(_ text: String, in body: Rect, detail: Detail) -> [Scene.Node]? {
        let font = isSmall ? TypeScale.tick : TypeScale.subtitle
        let metrics = metrics(of: font)
        let capacity = Int(body.height / metrics.lineHeight)
        guard capacity >= 1 else { return detail == .bare ? [] : nil }
        let lines = wrap(text, in: font, to: body.width, lines: min(capacity, 3))
        // The sentence is worth more than a subtitle.
        guard detail == .bare || lines.last?.hasSuffix("…") != true else { return nil }
        let top = body.center.y - Double(lines.count) * metrics.lineHeight / 2
        return [
            .group(
                .annotation,
                lines.enumerated().map { index, line in
                    run(line, body.center.x, top + metrics.ascent + Double(index) * metrics.lineHeight, .middle, font, theme.mutedInk)
                }
            )
        ]
    }
}
