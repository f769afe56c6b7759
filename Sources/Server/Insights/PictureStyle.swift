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

    public init() {}

    public var theme: Theme {
        var theme = appearance.theme
        guard let background else { return theme }
        if background.alpha == 0 { return theme.transparent }
        theme.background = background
        return theme
    }
}
