import Drawing

/// What a layout works with: the canvas, its colors, and a measure of text.
struct LayoutContext {
    let size: Size
    let theme: Theme
    let measurer: any TextMeasurer
    let locale: Locale
    /// How large a pixel of the picture is, in points.
    let pixel: Double
    /// From where to where labels may stand side by side that are centered on a place of the plot: some way into the margins.
    var reach: ClosedRange<Double>

    init(size: Size, theme: Theme, measurer: any TextMeasurer, locale: Locale, pixel: Double = 1, margin: Double? = nil) {
        self.size = size
        self.theme = theme
        self.measurer = measurer
        self.locale = locale
        self.pixel = pixel
        self.margin = margin ?? Self.margin(of: size)
        let edge = self.margin / 2
        reach = edge...max(size.width - edge, edge)
    }

    /// From the picture's edge to the first thing drawn.
    let margin: Double

    static func margin(of size: Size) -> Double {
        let side = min(size.width, size.height)
        return side < 150 ? 8 : side < 260 ? 12 : 20
    }

    /// Returns the whole pixels that have room in a length, in points: what rows are high that begin and end with a pixel.
    func wholePixels(in length: Double) -> Double {
        length >= 2 * pixel ? (length / pixel + 1e-6).rounded(.down) * pixel : length
    }

    var isSmall: Bool { size.width < 240 || size.height < 140 }

    /// What lies under everything else, or nothing where the picture is transparent.
    var background: [Scene.Node] {
        theme.background.alpha > 0 ? [.group(.background, [.shape(Path(Rect(size)), fill: theme.background, stroke: nil)])] : []
    }

    /// A stroke that keeps neighbors apart, or nil where the picture is transparent.
    func separator(width: Double) -> Stroke? { theme.background.alpha == 255 ? Stroke(theme.background, width: width) : nil }

    func line(_ from: Point, _ to: Point, _ stroke: Stroke) -> Scene.Node {
        .shape(Path(through: [from, to]), fill: nil, stroke: stroke)
    }

    /// Returns a dashed line that is seen across marks of any color too: it lies on a strip of the background.
    func rule(_ from: Point, _ to: Point, _ color: Color, width: Double = 1) -> [Scene.Node] {
        let strip = separator(width: width + 2).map { [line(from, to, $0)] } ?? []
        return strip + [line(from, to, Stroke(color, width: width, dashes: [4, 3]))]
    }
}

/// Text and its measures.
extension LayoutContext {
    func width(of string: String, in style: TextStyle) -> Double { measurer.width(of: string, in: style.font) }

    func widest(_ strings: some Sequence<String>, in style: TextStyle) -> Double {
        strings.reduce(0) { max($0, width(of: $1, in: style)) }
    }

    func metrics(of style: TextStyle) -> FontMetrics { measurer.metrics(of: style.font) }

    func lineHeight(of style: TextStyle) -> Double { metrics(of: style).lineHeight }

    /// Returns the baseline on which capitals and digits stand centered on `y`.
    func baseline(centeredOn y: Double, in style: TextStyle) -> Double { y + metrics(of: style).capHeight / 2 }

    /// - Parameter baseline: of the text, in points from the top.
    func text(_ string: String, _ style: TextStyle, x: Double, baseline: Double, anchor: TextRun.Anchor = .start) -> Scene.Node {
        .text(
            TextRun(
                string, at: Point(x: x, y: baseline), anchor: anchor, font: style.font, color: color(of: style.ink), measuring: measurer))
    }

    /// - Parameter y: the middle of capitals and digits.
    func text(_ string: String, _ style: TextStyle, x: Double, centeredOn y: Double, anchor: TextRun.Anchor = .start) -> Scene.Node {
        text(string, style, x: x, baseline: baseline(centeredOn: y, in: style), anchor: anchor)
    }

    private func color(of ink: TextStyle.Ink) -> Color {
        switch ink {
        case .full: theme.ink
        case .muted: theme.mutedInk
        case .on(let color): theme.ink(on: color)
        }
    }
}
