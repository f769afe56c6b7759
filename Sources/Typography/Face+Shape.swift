import CHarfBuzz
import Drawing

extension Face {
    /// Returns the glyphs of `item`, a part of `line` that is set with this face.
    ///
    /// The shaper sees the letters at both sides of the item, since in some scripts they decide how its own look.
    func shape(_ item: TextItem, of line: String, numerals: Font.Numerals, language: StaticString) -> ShapedText.Run {
        let buffer = hb_buffer_create()
        defer { hb_buffer_destroy(buffer) }
        var line = line
        let text = line.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), UInt32(item.range.lowerBound), Int32(item.range.count))
            }
            return String(decoding: bytes[item.range], as: UTF8.self)
        }
        hb_buffer_set_direction(buffer, item.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, item.script ?? script)
        // Without a language of its own a buffer takes the one of the machine's locale.
        hb_buffer_set_language(
            buffer,
            language.withUTF8Buffer { name in
                name.withMemoryRebound(to: CChar.self) { hb_language_from_string($0.baseAddress, Int32($0.count)) }
            })
        switch numerals {
        case .proportional: hb_shape(font, buffer, nil, 0)
        case .tabular:
            var feature = hb_feature_t(tag: Self.tabularFigures, value: 1, start: 0, end: .max)
            hb_shape(font, buffer, &feature, 1)
        }

        var count: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
        var glyphs: [ShapedText.Glyph] = []
        glyphs.reserveCapacity(Int(count))
        var advance = 0.0
        for (info, position) in zip(infos, positions) {
            glyphs.append(
                ShapedText.Glyph(
                    id: info.codepoint, x: advance + Double(position.x_offset) / unitsPerEm, y: -Double(position.y_offset) / unitsPerEm
                )
            )
            advance += Double(position.x_advance) / unitsPerEm
        }
        // Offsets count from the start of the line. From right to left the first glyph stands for the end of the text.
        var starts = infos.map { Int($0.cluster) - item.range.lowerBound }
        if item.isRightToLeft { starts.reverse() }
        return ShapedText.Run(
            face: self, text: text, glyphs: glyphs, clusterStarts: starts, advance: advance, isRightToLeft: item.isRightToLeft
        )
    }

    /// Returns a box for each character of `item`, since no font has a glyph for them.
    func placeholders(for item: TextItem, of line: String) -> ShapedText.Run {
        let text = String(decoding: Array(line.utf8)[item.range], as: UTF8.self)
        // A white square, if the font has one: its own sign for what is missing may look like anything.
        var box: hb_codepoint_t = 0
        if hb_font_get_nominal_glyph(font, 0x25A1, &box) == 0 { box = 0 }
        let width = Double(hb_font_get_glyph_h_advance(font, box)) / unitsPerEm
        var starts: [Int] = []
        var offset = 0
        for character in text {
            starts.append(offset)
            offset += character.utf8.count
        }
        let glyphs = starts.indices.map { ShapedText.Glyph(id: box, x: Double($0) * width, y: 0) }
        return ShapedText.Run(
            face: self, text: text, glyphs: glyphs, clusterStarts: starts, advance: Double(glyphs.count) * width,
            isRightToLeft: item.isRightToLeft
        )
    }

    /// The OpenType tag `tnum`.
    private static let tabularFigures: hb_tag_t = 0x746E_756D
}
