public import Drawing
public import Typography

extension Scene {
    /// Returns the scene as a PNG, `scale` pixels to the point.
    ///
    ///     let png = try scene.png(scale: 2, typesetter: typesetter)
    public func png(
        scale: Double = 1, quality: PNGEncoder.Quality = .standard, effort: PNGEncoder.Effort = .fast, typesetter: Typesetter
    ) throws(RenderingError) -> [UInt8] {
        try rasterized(scale: scale, typesetter: typesetter).png(PNGEncoder(quality: quality, effort: effort))
    }

    /// Draws the scene in pixels, `scale` to the point.
    public func rasterized(scale: Double = 1, typesetter: Typesetter) throws(RenderingError) -> Bitmap {
        let paper = paper(scale: scale)
        let bitmap = try Bitmap.blank(for: self, scale: scale, filledWith: paper)
        let rest = paper == nil ? nodes[...] : nodes.dropFirst()
        try bitmap.surface.draw(rest, grid: PixelGrid(scale: scale), text: .pixels(scale: scale), typesetter: typesetter)
        try bitmap.surface.check()
        return bitmap
    }

    /// The color of the rectangle that the scene begins with, if that is opaque and covers every pixel: a bitmap starts with it,
    /// which costs no more than starting transparent.
    private func paper(scale: Double) -> Color? {
        guard case .group(.background, let shapes) = nodes.first, shapes.count == 1, case .shape(let path, let fill?, nil) = shapes[0],
            fill.alpha == 255, path == Path(Rect(size)), min(size.width, size.height) * scale >= 1
        else { return nil }
        return fill
    }
}
