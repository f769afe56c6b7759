import CCairo
import CFonts
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
    /// Safe to share: `hb_font_make_immutable` was called, and HarfBuzz only reads an immutable font.
    private nonisolated(unsafe) let font: OpaquePointer
    private let unitsPerEm: Double
    /// The metrics at a size of one point.
    let metrics: FontMetrics

    /// - Parameters:
    ///   - bytes: the file, which must never move or change.
    ///   - library: an `FT_Library` that is never freed.
    init(_ bytes: cartograph_font, name: String, library: FT_Library) throws(TypographyError) {
        var face: FT_Face?
        let code = FT_New_Memory_Face(library, bytes.bytes, FT_Long(bytes.count), 0, &face)
        guard code == 0, let face else { throw .font(name: name, code: code) }
        // No hinting: glyphs keep their shape at every scale, and the picture does not depend on the machine.
        guard let cairoFace = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING)),
            cairo_font_face_status(cairoFace) == CAIRO_STATUS_SUCCESS
        else { throw .font(name: name, code: 0) }
        self.cairoFace = cairoFace

        let start = UnsafeRawPointer(bytes.bytes)?.assumingMemoryBound(to: CChar.self)
        let blob = hb_blob_create(start, UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
        defer { hb_blob_destroy(blob) }
        let table = hb_face_create(blob, 0)
        defer { hb_face_destroy(table) }
        // A font is never null: HarfBuzz hands out its empty font where memory ends, and that one has no glyphs.
        guard hb_face_get_glyph_count(table) > 0, let font = hb_font_create(table) else { throw .font(name: name, code: 0) }
        hb_ot_font_set_funcs(font)
        hb_font_make_immutable(font)
        self.font = font
        self.unitsPerEm = Double(hb_face_get_upem(table))
        self.metrics = Self.metrics(of: font, unitsPerEm: unitsPerEm)
    }

    /// Returns `text` shaped as one run from left to right, and the number of its glyphs that the font lacks.
    func shape(_ text: String, numerals: Font.Numerals) -> (run: ShapedText.Run, missing: Int) {
        let buffer = hb_buffer_create()
        defer { hb_buffer_destroy(buffer) }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count)) }
        }
        hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
        // Without a language of its own a buffer takes the one of the machine's locale.
        hb_buffer_set_language(buffer, hb_language_from_string("en", -1))
        switch numerals {
        case .proportional: hb_shape(font, buffer, nil, 0)
        case .tabular:
            var feature = hb_feature_t(tag: Self.tabularFigures, value: 1, start: 0, end: .max)
            hb_shape(font, buffer, &feature, 1)
        }

        var count: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
        var run = ShapedText.Run(face: self, text: text)
        var missing = 0
        for (info, position) in zip(infos, positions) {
            let glyph = ShapedText.Glyph(
                id: info.codepoint,
                x: run.advance + Double(position.x_offset) / unitsPerEm,
                y: -Double(position.y_offset) / unitsPerEm
            )
            run.append(glyph, ofTextAt: Int(info.cluster), advance: Double(position.x_advance) / unitsPerEm)
            if info.codepoint == 0 { missing += 1 }
        }
        run.finish()
        return (run, missing)
    }

    /// The OpenType tag `tnum`.
    private static let tabularFigures: hb_tag_t = 0x746E_756D
}

extension Face {
    /// Returns how far the glyphs of Latin text reach, measured on the glyphs themselves.
    private static func metrics(of font: OpaquePointer, unitsPerEm: Double) -> FontMetrics {
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
