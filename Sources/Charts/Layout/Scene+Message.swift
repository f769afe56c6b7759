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
        let context = LayoutContext(size: size, theme: theme, measurer: text, locale: locale)
        let margin = context.margin
        let (width, height) = (size.width - 2 * margin, size.height - 2 * margin)
        func lines(_ text: String, _ style: TextStyle, in room: Double, from least: Int, to most: Int) -> TextBlock {
            let count = max(least, min(most, Int(max(room, 0) / context.lineHeight(of: style))))
            return TextBlock(count > 0 ? text : "", style, width: width, lines: count, in: context)
        }
        let gap = 6.0
        let title = lines(message, context.isSmall ? .smallTitle : .title, in: height, from: 1, to: 2)
        let body = lines(detail, .subtitle, in: height - title.height - gap, from: 0, to: 6)
        let used = title.height + (body.isEmpty ? 0 : gap + body.height)
        let top = max(margin, (size.height - used) / 2)
        let texts = title.nodes(x: margin, top: top) + body.nodes(x: margin, top: top + title.height + gap)
        let nodes = context.background + [.group(.annotation, texts)]
        self.init(size: size, title: message, summary: detail, nodes: nodes)
        if locale.isRightToLeft { self = mirrored() }
    }
}
