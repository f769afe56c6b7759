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
        let bitmap = try Bitmap.blank(for: self, scale: scale)
        try bitmap.surface.draw(nodes, grid: PixelGrid(scale: scale), text: .pixels(scale: scale), typesetter: typesetter)
        try bitmap.surface.check()
        return bitmap
    }
}
