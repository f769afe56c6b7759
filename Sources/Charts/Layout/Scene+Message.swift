public import Drawing

extension Scene {
    /// Makes a picture that says something in words, where a chart was expected and cannot be shown.
    ///
    /// - Parameters:
    ///   - message: what is the matter, in a few words.
    ///   - detail: what to do about it, in a sentence.
    ///   - locale: decides the side at which the words begin.
    public init(
        message: String, detail: String, size: Size, theme: Theme, locale: Locale = .americanEnglish, measuring text: some TextMeasurer
    ) {
        let sheet = Sheet(size: size, theme: theme, text: text, locale: locale)
        let width = size.width - 2 * sheet.margin
        let height = size.height - 2 * sheet.margin
        let titleFont = sheet.isSmall ? TypeScale.smallTitle : TypeScale.title
        let (title, body) = (sheet.metrics(of: titleFont), sheet.metrics(of: TypeScale.subtitle))
        let titleLines = sheet.wrap(message, in: titleFont, to: width, lines: max(1, min(2, Int(height / title.lineHeight))))
        let left = height - Double(titleLines.count) * title.lineHeight - 6
        let bodyLines =
            left < body.lineHeight ? [] : sheet.wrap(detail, in: TypeScale.subtitle, to: width, lines: min(6, Int(left / body.lineHeight)))
        let used = Double(titleLines.count) * title.lineHeight + (bodyLines.isEmpty ? 0 : 6 + Double(bodyLines.count) * body.lineHeight)
        var top = max(sheet.margin, (size.height - used) / 2)
        var texts: [Node] = []
        for line in titleLines {
            texts.append(sheet.run(line, sheet.margin, top + title.ascent, titleFont, theme.ink))
            top += title.lineHeight
        }
        top += 6
        for line in bodyLines {
            texts.append(sheet.run(line, sheet.margin, top + body.ascent, TypeScale.subtitle, theme.mutedInk))
            top += body.lineHeight
        }
        var nodes = sheet.background
        nodes.append(.group(.annotation, texts))
        self.init(size: size, title: message, summary: detail, nodes: nodes)
        if locale.isRightToLeft { self = mirrored() }
    }
}
