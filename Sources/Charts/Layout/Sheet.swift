import Drawing

/// What a layout works with: the paper, the inks and the ruler.
struct Sheet {
    let size: Size
    let theme: Theme
    let text: any TextMeasurer
    let locale: Locale

    /// From the picture's edge to the first thing drawn.
    var margin: Double { Self.margin(of: size) }

    static func margin(of size: Size) -> Double {
        let side = min(size.width, size.height)
        return side < 150 ? 8 : side < 260 ? 12 : 20
    }

    /// From the picture's edge to what may reach into the margin: labels whose middle has its place at the plot's end.
    var edge: Double { margin / 2 }

    var isSmall: Bool { size.width < 240 || size.height < 140 }

    func width(of string: String, in font: Font) -> Double { text.width(of: string, in: font) }

    func widest(_ strings: some Sequence<String>, in font: Font) -> Double {
        strings.reduce(0) { max($0, width(of: $1, in: font)) }
    }

    func metrics(of font: Font) -> FontMetrics { text.metrics(of: font) }

    func run(_ string: String, _ x: Double, _ baseline: Double, _ anchor: TextRun.Anchor, _ font: Font, _ color: Color)
        -> Scene.Node
    {
        .text(TextRun(string, at: Point(x: x, y: baseline), anchor: anchor, font: font, color: color, measuring: text))
    }

    /// Text that starts at the left: most of it does.
    func run(_ string: String, _ x: Double, _ baseline: Double, _ font: Font, _ color: Color) -> Scene.Node {
        run(string, x, baseline, .start, font, color)
    }

    /// Returns the baseline on which capitals and digits stand centered on `y`.
    func baseline(centeredOn y: Double, in font: Font) -> Double { y + metrics(of: font).capHeight / 2 }

    /// Returns the line that upright marks stand on.
    func baseline(of plot: Rect, at y: Double) -> Scene.Node {
        let line = Rect(left: plot.left, top: y - 0.5, right: plot.right, bottom: y + 0.5)
        return .group(.axis, [.shape(Path(line), fill: theme.mutedInk, stroke: nil)])
    }

    /// Returns the paper, or nothing where it is transparent.
    var background: [Scene.Node] {
        theme.background.alpha > 0 ? [.group(.background, [.shape(Path(Rect(size)), fill: theme.background, stroke: nil)])] : []
    }

    /// Returns a dashed line that is seen across marks of any color too: on a strip of the background.
    func rule(_ from: Point, _ to: Point, _ color: Color, width: Double = 1) -> [Scene.Node] {
        let strip = theme.background.alpha == 255 ? [line(from, to, Stroke(theme.background, width: width + 2))] : []
        return strip + [line(from, to, Stroke(color, width: width, dashes: [4, 3]))]
    }

    func line(_ from: Point, _ to: Point, _ stroke: Stroke) -> Scene.Node {
        .shape(Path(through: [from, to]), fill: nil, stroke: stroke)
    }
}
