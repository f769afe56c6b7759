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

    /// Makes a transparent bitmap with room for `scene`.
    static func blank(for scene: Scene, scale: Double) throws(RenderingError) -> Bitmap {
        let grid = PixelGrid(scale: scale)
        let (width, height) = (grid.pixels(scene.size.width), grid.pixels(scene.size.height))
        guard scale > 0, scale <= scaleLimit, scene.size.width > 0, scene.size.height > 0, max(width, height) <= Double(sideLimit),
            width * height <= Double(pixelLimit)
        else { throw .canvas(width: scene.size.width, height: scene.size.height, scale: scale) }
        let surface = try Surface.bitmap(width: Int(width), height: Int(height))
        cairo_scale(surface.context, scale, scale)
        let description = PNGEncoder.Description(title: scene.title.printable, summary: scene.summary.printable, scale: scale)
        return Bitmap(surface: surface, width: Int(width), height: Int(height), description: description)
    }

    /// Encodes the picture.
    ///
    /// Pixels are kept exactly; a picture without a transparent pixel is written without an alpha channel.
    public borrowing func png(_ encoder: PNGEncoder = PNGEncoder()) throws(RenderingError) -> [UInt8] {
        cairo_surface_flush(surface.pointer)
        guard let pixels = cairo_image_surface_get_data(surface.pointer) else { throw .drawing("the bitmap has no memory") }
        let raster = PNGEncoder.Raster(
            pixels: pixels, bytesPerRow: Int(cairo_image_surface_get_stride(surface.pointer)), width: width, height: height
        )
        return try encoder.encode(raster, description)
    }
}
