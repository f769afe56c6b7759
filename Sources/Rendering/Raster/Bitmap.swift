import CCairo
import Drawing

/// A scene drawn in pixels.
public struct Bitmap: ~Copyable {
    /// The most pixels that a bitmap can have, so that one picture takes at most half a gigabyte.
    public static let pixelLimit = 64_000_000
    /// The most pixels that Cairo allows a side.
    static let sideLimit = 32_767
    /// The most pixels to the point, so that no coordinate leaves the range Cairo counts in.
    static let scaleLimit = 8.0

    let surface: Surface
    public let width: Int
    public let height: Int
    /// What a PNG says of the picture.
    let description: PNGEncoder.Description

    /// Makes a bitmap of one color, or a transparent one, with room for `scene`.
    static func blank(for scene: Scene, scale: Double, filledWith color: Color? = nil) throws(RenderingError) -> Bitmap {
        let grid = PixelGrid(scale: scale)
        let (width, height) = (grid.pixels(scene.size.width), grid.pixels(scene.size.height))
        guard scale > 0, scale <= scaleLimit, scene.size.width > 0, scene.size.height > 0, max(width, height) <= Double(sideLimit),
            width * height <= Double(pixelLimit)
        else { throw .canvas(width: scene.size.width, height: scene.size.height, scale: scale) }
        let surface = try Surface.bitmap(width: Int(width), height: Int(height), filledWith: color)
        cairo_scale(surface.context, scale, scale)
        let description = PNGEncoder.Description(
            title: scene.title.printable, summary: scene.summary.printable, scale: scale, metadata: scene.metadata.printable
        )
        return Bitmap(surface: surface, width: Int(width), height: Int(height), description: description)
    }

    /// Encodes the picture. One without a transparent pixel is written without an alpha channel.
    public borrowing func png(_ encoder: PNGEncoder = PNGEncoder()) throws(RenderingError) -> [UInt8] {
        try withRaster { raster throws(RenderingError) in try encoder.encode(raster, description) }
    }

    /// Returns the filtered rows of the picture with a palette, as they are before they are deflated; none where 256 colors do not do.
    package borrowing func paletteRows() throws(RenderingError) -> [UInt8] {
        try withRaster { raster throws(RenderingError) in
            try PNGWorkspace.use { workspace throws(RenderingError) in
                guard workspace.histogram.take(of: raster), let palette = Palette(of: workspace.histogram) else { return [] }
                workspace.histogram.writeRows(to: &workspace.rows, width: raster.width, height: raster.height, indices: palette.indices)
                return Array(workspace.rows.bytes)
            }
        }
    }

    /// Calls `body` with the pixels, which are good only until it returns.
    borrowing func withRaster<Result>(
        _ body: (PNGEncoder.Raster) throws(RenderingError) -> Result
    ) throws(RenderingError) -> Result {
        cairo_surface_flush(surface.pointer)
        guard let pixels = cairo_image_surface_get_data(surface.pointer) else { throw .drawing("the bitmap has no memory") }
        let bytesPerRow = Int(cairo_image_surface_get_stride(surface.pointer))
        return try body(PNGEncoder.Raster(pixels: pixels, bytesPerRow: bytesPerRow, width: width, height: height))
    }
}
