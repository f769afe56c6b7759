import CCairo
import Drawing
import Typography

extension Surface {
    /// How a text gets on a surface.
    enum TextStyle {
        /// As coverage of pixels, `scale` of them to the point.
        ///
        /// Cairo would set a bitmap's glyphs on whole pixels, which spoils their spacing.
        case pixels(scale: Double)
        /// As glyphs of an embedded font, with the text they stand for.
        case selectable
    }

    /// The farthest coordinate that can be drawn, in points: Cairo counts in 24 bits and would wrap round.
    static let farthest = 1e6

    /// Draws `nodes` from back to front.
    ///
    /// - Parameter grid: the pixels that straight edges are to stand on, if there are any.
    func draw(_ nodes: ArraySlice<Scene.Node>, grid: PixelGrid?, text style: TextStyle, typesetter: Typesetter) throws(RenderingError) {
        for node in nodes {
            switch node {
            case .group(.structure(let structure), let nodes):
                // cairo_tag_begin: a PDF's tag, nothing on any other surface.
                cairo_tag_begin(context, structure.tag, nil)
                try draw(nodes[...], grid: grid, text: style, typesetter: typesetter)
                cairo_tag_end(context, structure.tag)
            case .group(_, let nodes): try draw(nodes[...], grid: grid, text: style, typesetter: typesetter)
            case .shape(let path, let fill, let stroke): try draw(path, fill: fill, stroke: stroke, grid: grid, as: style)
            case .text(let run): try draw(run, as: style, typesetter: typesetter)
            }
        }
    }

    private func draw(
        _ path: Path, fill: Color?, stroke: Stroke?, grid: PixelGrid?, as style: TextStyle
    ) throws(RenderingError) {
        try path.check()
        if case .pixels(let scale) = style, fill == nil, let stroke, let line = PixelLine(path, stroke, scale: scale) {
            return self.stroke(line, color: stroke.color)
        }
        let outline = grid?.snapped(path, strokeWidth: stroke?.width) ?? PixelGrid.Outline(path, strokeWidth: stroke?.width ?? 0)
        trace(outline)
        if let fill {
            setColor(fill)
            stroke == nil ? cairo_fill(context) : cairo_fill_preserve(context)
        }
        if let stroke {
            setColor(stroke.color)
            cairo_set_line_width(context, outline.strokeWidth)
            cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
            cairo_set_line_cap(context, path.isRectilinear ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND)
            cairo_set_line_join(context, path.isRectilinear ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND)
            cairo_stroke(context)
        }
        cairo_new_path(context)
    }

    private func trace(_ outline: PixelGrid.Outline) {
        for element in outline.elements {
            switch element {
            case .move(let point): cairo_move_to(context, point.x, point.y)
            case .line(let point): cairo_line_to(context, point.x, point.y)
            case .curve(let point, let control1, let control2):
                cairo_curve_to(context, control1.x, control1.y, control2.x, control2.y, point.x, point.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func draw(_ text: TextRun, as style: TextStyle, typesetter: Typesetter) throws(RenderingError) {
        let size = text.font.size
        var left = text.left
        try Point(x: left, y: text.position.y).check()
        try Point(x: left + text.advance, y: size).check()
        for run in typesetter.shape(text.string, in: text.font).runs {
            show(run, at: Point(x: left, y: text.position.y), size: size, color: text.color, as: style, typesetter: typesetter)
            left += run.advance * size
        }
    }

    private func show(
        _ run: ShapedText.Run, at origin: Point, size: Double, color: Color, as style: TextStyle, typesetter: Typesetter
    ) {
        if case .pixels(let scale) = style,
            let masks = typesetter.masks(of: run, pixelSize: size * scale, left: origin.x * scale, baseline: origin.y * scale)
        {
            return fill(masks, color: color)
        }
        setColor(color)
        cairo_set_font_size(context, size)
        cairo_set_font_face(context, run.face.cairoFace)
        let glyphs = run.glyphs.map { glyph in
            cairo_glyph_t(index: UInt(glyph.id), x: origin.x + glyph.x * size, y: origin.y + glyph.y * size)
        }
        switch style {
        // A picture in colors has no outline to fill.
        case .pixels where run.face.isColored:
            cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
        case .pixels:
            cairo_glyph_path(context, glyphs, Int32(glyphs.count))
            cairo_fill(context)
        case .selectable:
            if let pictureSize = run.face.pictureSize { return showPictures(run, of: pictureSize, at: origin, size: size) }
            let clusters = run.clusters.map { cluster in
                cairo_text_cluster_t(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
            }
            cairo_show_text_glyphs(
                context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters, Int32(clusters.count),
                run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
            )
        }
    }

    /// Covers the whole surface with a color.
    func paint(_ color: Color) {
        setColor(color)
        cairo_paint(context)
    }

    private func setColor(_ color: Color) {
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, Double(color.alpha) / 255
        )
    }
}

extension Scene.Structure {
    /// The standard type that PDF has for it (ISO 32000-1, section 14.8.4).
    fileprivate var tag: String {
        switch self {
        case .heading(let level): "H\(min(max(level, 1), 6))"
        case .paragraph: "P"
        case .figure: "Figure"
        case .table: "Table"
        case .row: "TR"
        case .columnHeading: "TH"
        case .cell: "TD"
        }
    }
}
