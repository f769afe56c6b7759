public import Drawing

extension Chart {
    /// Returns the chart laid out at `size`, in points.
    ///
    /// What does not fit is left out from the outside in: subtitle and
    /// footnote, then legend, then axis. Every size gives a picture. For a
    /// reader who begins at the right the layout is mirrored.
    ///
    /// - Throws: `ChartError` when a number has no place on its scale, when a
    ///   series has not a value for each position, or when marks are mixed
    ///   that share no plot.
    public func scene(size: Size, theme: Theme, measuring text: some TextMeasurer) throws(ChartError) -> Scene {
        let plot = try Plot(self)
        let context = LayoutContext(size: size, theme: theme, measurer: text, locale: locale)
        var nodes = context.background
        for detail in LevelOfDetail.allCases.reversed() {
            var frame = PlotFrame(Rect(size).inset(by: context.margin))
            let width = frame.plot.width
            let (header, footnote) = (
                Header(self, width: width, detail: detail, in: context), Footnote(self, width: width, detail: detail, in: context)
            )
            frame.add(header)
            frame.add(footnote)
            var body = frame.plot
            body.bottom = max(body.bottom, body.top)
            guard let marks = plot.nodes(in: body, in: context, detail: detail) else { continue }
            nodes += marks + header.nodes(beside: frame.plot) + footnote.nodes(beside: frame.plot)
            break
        }
        let scene = Scene(size: size, title: title, summary: summary, nodes: nodes)
        return locale.isRightToLeft ? scene.mirrored() : scene
    }
}

/// How much a picture says besides its marks. Small pictures leave out the later first.
enum LevelOfDetail: Int, CaseIterable, Comparable {
    /// The marks and a title: a sparkline.
    case bare
    case axis
    case legend
    /// Subtitle and footnote too.
    case full

    static func < (a: LevelOfDetail, b: LevelOfDetail) -> Bool { a.rawValue < b.rawValue }
}
