public import Drawing

extension Chart {
    /// Returns the chart laid out at `size`, in points.
    ///
    /// What does not fit is left out from the outside in: subtitle and
    /// footnote, then legend, then axis. Every size gives a picture. For a
    /// reader who begins at the right the layout is mirrored.
    ///
    /// - Parameters:
    ///   - scale: pixels to the point: bars begin and end with whole ones.
    ///   - margin: from the picture's edges to the first thing drawn, in points; nil for one that fits the size.
    /// - Throws: `ChartError` when a number has no place on its scale, when a
    ///   series has not a value for each position, or when marks are mixed
    ///   that share no plot.
    public func scene(
        size: Size, theme: Theme, scale: Double = 1, margin: Double? = nil, measuring text: some TextMeasurer
    ) throws(ChartError) -> Scene {
        var chart = self
        if let facets, size.width < facets.leastWidth || size.height < facets.leastHeight { chart.facets = nil }
        let growth = Self.growth(of: size)
        let context = LayoutContext(
            size: Size(width: size.width / growth, height: size.height / growth), theme: theme, measurer: text, locale: locale,
            pixel: 1 / (growth * scale), margin: margin.map { $0 / growth })
        var nodes = try chart.nodes(in: context)
        if growth != 1 { nodes = nodes.map { $0.grown(by: growth, measuring: text) } }
        let scene = Scene(size: size, title: title, summary: summary, nodes: nodes)
        return locale.isRightToLeft ? scene.mirrored() : scene
    }

    /// Returns how much larger than usual everything is in a large picture, so that it is read where the picture is shown smaller.
    static func growth(of size: Size) -> Double { min(max(min(size.width / 800, size.height / 400), 1), 1.6) }

    private func nodes(in context: LayoutContext) throws(ChartError) -> [Scene.Node] {
        let plot = try Plot(self)
        for detail in LevelOfDetail.allCases.reversed() {
            var frame = PlotFrame(padding.inside(context.size, margin: context.margin))
            let width = frame.plot.width
            let (header, footnote) = (
                Header(self, width: width, detail: detail, in: context), Footnote(self, width: width, detail: detail, in: context)
            )
            frame.add(header)
            frame.add(footnote)
            var body = frame.plot
            body.bottom = max(body.bottom, body.top)
            guard let marks = plot.nodes(in: body, in: context, detail: detail) else { continue }
            return context.background + marks + header.nodes(beside: frame.plot) + footnote.nodes(beside: frame.plot)
        }
        return context.background
    }
}

extension Chart.Padding {
    /// Returns what is left of a picture, two thirds of it at least.
    fileprivate func inside(_ size: Size, margin: Double) -> Rect {
        func room(_ padding: Double, of length: Double) -> Double { max(margin, min(padding, length / 6)) }
        return Rect(
            left: room(left, of: size.width), top: room(top, of: size.height), right: size.width - room(right, of: size.width),
            bottom: size.height - room(bottom, of: size.height))
    }
}

extension Scene.Node {
    /// Returns what is drawn, so many times as large.
    fileprivate func grown(by factor: Double, measuring text: some TextMeasurer) -> Scene.Node {
        func place(_ point: Point) -> Point { Point(x: point.x * factor, y: point.y * factor) }
        switch self {
        case .group(let role, let nodes): return .group(role, nodes.map { $0.grown(by: factor, measuring: text) })
        case .shape(let path, let fill, let stroke):
            return .shape(
                Path(path.elements.map { $0.mapped(place) }), fill: fill,
                stroke: stroke.map { Stroke($0.color, width: $0.width * factor, dashes: $0.dashes.map { $0 * factor }) })
        case .text(let run):
            var font = run.font
            font.size *= factor
            return .text(TextRun(run.string, at: place(run.position), anchor: run.anchor, font: font, color: run.color, measuring: text))
        }
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
