public import Charts
public import Drawing

/// How a chart is put into a picture.
public struct PictureStyle: Hashable, Sendable {
    /// In points.
    public var size = Size(width: 800, height: 400)
    /// Pixels to the point.
    public var scale = 1.0
    public var appearance = Appearance.light
    /// From the picture's edges to the first thing drawn, in points; nil for one that fits the size.
    public var margin: Double?
    /// Stands in place of the theme's own background.
    public var background: Color?
    /// Whether a PNG has exact colors, where it may otherwise round those of smoothed edges.
    public var isLossless = false
    /// Whether the text of an SVG is text, to be set in the reader's fonts, where it is otherwise outlines.
    public var isTextLive = false

    /// In place of the theme's own colors of series, in order; empty for those.
    public var palette: [Color] = []

    public init() {}

    /// How many pixels a PNG has.
    var pixelCount: Int { Int((size.width * scale).rounded(.up)) * Int((size.height * scale).rounded(.up)) }

    /// Returns the style at a scale that makes no more pixels than that.
    func limited(toPixels limit: Int) -> PictureStyle {
        guard pixelCount > limit else { return self }
        var style = self
        style.scale = max(0.1, (Double(limit) / (size.width * size.height)).squareRoot() * 0.99)
        return style
    }

    public var theme: Theme {
        var theme = appearance.theme
        if let first = palette.first { (theme.palette, theme.accent) = (palette, first) }
        guard let background else { return theme }
        if background.alpha == 0 { return theme.transparent }
        theme.background = background
        return theme
    }
}
