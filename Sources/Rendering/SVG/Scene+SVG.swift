public import Drawing

extension Scene {
    /// Returns the scene as an SVG document whose text is text: a tenth as long as ``svg(typesetter:)``, and in the reader's fonts.
    ///
    /// Equal scenes give equal bytes. The document names nothing outside itself and holds no script. Where the reader's machine has
    /// no Inter, another face stands in for it that runs no wider.
    public func liveSVG() throws(RenderingError) -> [UInt8] {
        try checkCanvas()
        try checkCoordinates()
        var svg = SVGWriter(marks: .title)
        svg.open(size, attributes: " xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"")
        svg.element("title", attributes: " id=\"title\"", title)
        svg.element("desc", attributes: " id=\"desc\"", summary)
        if !metadata.isEmpty { svg.element("metadata", attributes: "", metadata) }
        svg.element("style", SVGWriter.styleSheet)
        svg.append(nodes, dark: nil)
        svg.close()
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svg.text)\n".utf8)
    }

    /// Returns the scene as an element to stand in an HTML page.
    ///
    ///     let light = try chart.scene(size: size, theme: .light, measuring: typesetter)
    ///     let dark = try chart.scene(size: size, theme: .dark, measuring: typesetter)
    ///     let figure = try light.inlineSVG(dark: dark)
    ///
    /// With `dark` one element has both looks: each color is CSS's `light-dark()`, so that the page's `color-scheme` restyles the
    /// chart without another request. The groups have their roles as classes (`background`, `title`, `grid`, `marks`, `mark`, …)
    /// below `chart`, for rules of the page's own; a mark of one shape has no group, and the class itself. There are no ids,
    /// so that several stand on one page, no style and no script.
    ///
    /// - Parameters:
    ///   - dark: the same scene in dark colors. Where it is not the same, the light colors stay.
    ///   - focusableMarks: whether each mark can be reached with the keyboard and says what it stands for. The whole is a group
    ///     of pictures to assistive technology then, and one picture otherwise.
    public func inlineSVG(dark: Scene? = nil, focusableMarks: Bool = false) throws(RenderingError) -> String {
        try checkCanvas()
        try checkCoordinates()
        let message = String(summary.prefix { !$0.isNewline })
        let label = (message.isEmpty ? title : message).escapedForXML
        var svg = SVGWriter(marks: focusableMarks ? .focusableTitle : .title)
        svg.open(size, attributes: " role=\"\(focusableMarks ? "group" : "img")\" aria-label=\"\(label)\"")
        svg.append(nodes, dark: dark?.size == size ? dark?.nodes : nil)
        svg.close()
        return svg.text
    }
}
