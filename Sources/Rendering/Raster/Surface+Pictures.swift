import CCairo
import Drawing
import Typography

extension Surface {
    /// Draws the glyphs of a face in colors into a document, as images in the one size that the font has.
    ///
    /// Left to itself, Cairo puts them there in the size of the text, too coarse to be enlarged or printed.
    func showPictures(_ run: ShapedText.Run, of pictureSize: Double, at origin: Point, size: Double) {
        cairo_save(context)
        cairo_translate(context, origin.x, origin.y)
        cairo_scale(context, size / pictureSize, size / pictureSize)
        for glyph in run.glyphs {
            Self.withPicture(of: glyph.id, face: run.face, size: pictureSize) { picture, left, top in
                cairo_set_source_surface(context, picture, glyph.x * pictureSize + left, glyph.y * pictureSize + top)
                cairo_paint(context)
            }
        }
        cairo_restore(context)
    }

    /// Hands `use` an image of a glyph and where its first column and row stand from the glyph's origin; nothing for a space.
    private static func withPicture(of glyph: UInt32, face: Face, size: Double, _ use: (OpaquePointer?, Double, Double) -> Void) {
        var outline = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
        func withContext(width: Double, height: Double, _ draw: (_ surface: OpaquePointer?, _ context: OpaquePointer?) -> Void) {
            let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
            defer { cairo_surface_destroy(surface) }
            let context = cairo_create(surface)
            defer { cairo_destroy(context) }
            cairo_set_font_face(context, face.cairoFace)
            cairo_set_font_size(context, size)
            draw(surface, context)
        }
        var extents = cairo_text_extents_t()
        withContext(width: 1, height: 1) { _, context in cairo_glyph_extents(context, &outline, 1, &extents) }
        let (left, top) = (extents.x_bearing.rounded(.down), extents.y_bearing.rounded(.down))
        let (width, height) = (extents.width.rounded(.up), extents.height.rounded(.up))
        guard width > 0, height > 0 else { return }
        withContext(width: width, height: height) { surface, context in
            (outline.x, outline.y) = (-left, -top)
            cairo_show_glyphs(context, &outline, 1)
            use(surface, left, top)
        }
    }
}
