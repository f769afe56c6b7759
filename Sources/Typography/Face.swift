import CCairo
import CFreeType
import CHarfBuzz
import Drawing

/// One font file, ready to shape and to draw with.
///
/// A face is made once and lives as long as the process: Cairo keeps glyphs of
/// a face after the last surface that used it is gone, so there is no safe
/// moment to free one.
package final class Face: Sendable {
    /// The face as Cairo draws with it (`cairo_font_face_t`).
    ///
    /// Safe to share: Cairo locks the face whenever it uses it, and nothing else touches the FreeType face inside.
    package nonisolated(unsafe) let cairoFace: OpaquePointer
    /// The only size its glyphs are drawn for, in pixels, if they are pictures in colors of their own; they have no outline then.
    package let pictureSize: Double?
    /// Whether Cairo can draw its glyphs: layers of color and gradients (the table COLR) are beyond it.
    let isDrawable: Bool
    /// Safe to share: `hb_font_make_immutable` was called, and HarfBuzz only reads an immutable font.
    nonisolated(unsafe) let font: OpaquePointer
    let unitsPerEm: Double
    /// What characters that stand in no script of their own, such as digits, are shaped as.
    let script: hb_script_t

    /// - Parameters:
    ///   - library: an `FT_Library` that is never freed.
    init(_ file: FontFile, script: hb_script_t, library: FT_Library) throws(TypographyError) {
        var count: UInt32 = 0
        guard let bytes = hb_blob_get_data(file.blob, &count), count > 0 else { throw .font(name: file.name, code: 0) }
        var face: FT_Face?
        let code = bytes.withMemoryRebound(to: FT_Byte.self, capacity: Int(count)) {
            FT_New_Memory_Face(library, $0, FT_Long(count), 0, &face)
        }
        guard code == 0, let face else { throw .font(name: file.name, code: code) }
        self.pictureSize = Self.pictureSize(of: face)
        self.isDrawable = pictureSize != nil || face.pointee.face_flags & FT_Long(FT_FACE_FLAG_COLOR) == 0
        // No hinting: glyphs keep their shape at every scale, and the picture does not depend on the machine.
        let flags = Int32(FT_LOAD_NO_HINTING) | (pictureSize == nil ? 0 : Int32(FT_LOAD_COLOR))
        guard let cairoFace = cairo_ft_font_face_create_for_ft_face(face, flags), cairo_font_face_status(cairoFace) == CAIRO_STATUS_SUCCESS
        else { throw .font(name: file.name, code: 0) }
        self.cairoFace = cairoFace

        // The first of a collection's fonts, in both libraries.
        let table = hb_face_create(file.blob, 0)
        defer { hb_face_destroy(table) }
        // A font is never null: HarfBuzz hands out its empty font where memory ends, and that one has no glyphs.
        guard hb_face_get_glyph_count(table) > 0, let font = hb_font_create(table) else { throw .font(name: file.name, code: 0) }
        hb_ot_font_set_funcs(font)
        hb_font_make_immutable(font)
        self.font = font
        self.script = script
        self.unitsPerEm = Double(hb_face_get_upem(table))
    }

    /// Whether the font has a glyph for `scalar`, or the scalar is never seen.
    func covers(_ scalar: Unicode.Scalar) -> Bool {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 || scalar.properties.isDefaultIgnorableCodePoint
    }

    /// Whether the font has a glyph for every part of `character` that is seen.
    func covers(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy(covers)
    }

    /// Whether its glyphs are pictures in colors of their own.
    package var isColored: Bool { pictureSize != nil }

    /// Returns the largest size of a font that has bitmaps only (`FT_Select_Size` would choose among them).
    private static func pictureSize(of face: FT_Face) -> Double? {
        let isColored = face.pointee.face_flags & FT_Long(FT_FACE_FLAG_COLOR) != 0
        guard isColored, face.pointee.num_fixed_sizes > 0, let sizes = face.pointee.available_sizes else { return nil }
        return UnsafeBufferPointer(start: sizes, count: Int(face.pointee.num_fixed_sizes)).map { Double($0.y_ppem) / 64 }.max()
    }
}

extension Face {
    /// Returns how far the glyphs of Latin text reach at a size of one point, measured on the glyphs themselves.
    func latinMetrics() -> FontMetrics {
        var (top, bottom): (Int32, Int32) = (0, 0)
        // ASCII, Latin-1 and Latin Extended-A: what the languages of Europe are written with.
        for character in UInt32(0x21)...0x17F {
            var glyph: hb_codepoint_t = 0
            var extents = hb_glyph_extents_t()
            guard hb_font_get_nominal_glyph(font, character, &glyph) != 0,
                hb_font_get_glyph_extents(font, glyph, &extents) != 0
            else { continue }
            top = max(top, extents.y_bearing)
            bottom = min(bottom, extents.y_bearing + extents.height)
        }
        var capHeight: hb_position_t = 0
        hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight)
        return FontMetrics(
            ascent: Double(top) / unitsPerEm, descent: Double(-bottom) / unitsPerEm, capHeight: Double(capHeight) / unitsPerEm
        )
    }
}
