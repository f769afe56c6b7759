public import Drawing

extension Chart {
    /// Returns the chart laid out at `size`, in points.
    ///
    /// What does not fit is left out from the outside in: subtitle and
    /// footnote, then legend, then axis. Every size gives a picture. For a
    /// reader who begins at the right the layout is mirrored.
    ///
    /// - Throws: `ChartError` when a row has a number that is not finite, or
    ///   when marks are mixed that do not share a plot.
    public func scene(size: Size, theme: Theme, measuring text: some TextMeasurer) throws(ChartError) -> Scene {
        let plot = try Plot(self)
        let sheet = Sheet(size: size, theme: theme, text: text, locale: locale)
        var nodes = sheet.background
        for detail in Detail.allCases.reversed() {
            let frame = Frame(self, on: sheet, detail: detail)
            guard let marks = plot.nodes(of: self, in: frame.body, on: sheet, detail: detail) else { continue }
            nodes += marks + frame.nodes
            break
        }
        let scene = Scene(size: size, title: title, summary: summary, nodes: nodes)
        return locale.isRightToLeft ? scene.mirrored() : scene
    }
}
