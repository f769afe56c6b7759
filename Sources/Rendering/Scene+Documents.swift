import CCairo
public import Drawing
public import Typography

extension Scene {
    /// Returns the scene as a PDF of one page, with embedded fonts and text that can be selected.
    ///
    /// A point of the scene is a CSS pixel, three quarters of a PostScript point.
    public func pdf(typesetter: Typesetter) throws(RenderingError) -> [UInt8] {
        try checkCanvas()
        let surface = try Surface.pdf(
            width: size.width * Self.pointsPerPixel, height: size.height * Self.pointsPerPixel, title: title.printable,
            subject: summary.printable, keywords: metadata.printable
        )
        cairo_scale(surface.context, Self.pointsPerPixel, Self.pointsPerPixel)
        // Paper has no pixels to stand on.
        try surface.draw(nodes[...], grid: nil, text: .selectable, typesetter: typesetter)
        return try surface.finish()
    }

    /// Returns the scene as an SVG document, its text as outlines, so that it looks the same everywhere.
    ///
    /// Equal scenes give equal bytes. The document names nothing outside itself and holds no script.
    public func svg(typesetter: Typesetter) throws(RenderingError) -> [UInt8] {
        try checkCanvas()
        let surface = try Surface.svg(width: size.width, height: size.height)
        // The grid of a bitmap at scale 1, so that edges are sharp on a screen and both look the same.
        try surface.draw(nodes[...], grid: PixelGrid(scale: 1), text: .selectable, typesetter: typesetter)
        var document = SVGDocument(try surface.finish())
        document.renumber()
        document.describe(title: title, summary: summary, metadata: metadata)
        return document.bytes
    }

    static let pointsPerPixel = 0.75

    func checkCanvas() throws(RenderingError) {
        guard size.width > 0, size.height > 0, max(size.width, size.height) <= Double(Bitmap.sideLimit) else {
            throw .canvas(width: size.width, height: size.height, scale: 1)
        }
    }
}
