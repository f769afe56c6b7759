import CFonts
import CHarfBuzz

/// A typeface of `fonts/`: part of the executable, so every machine sets the same text with the same glyphs.
struct BundledFont {
    let regular: FontFile
    let semibold: FontFile
    let script: hb_script_t

    /// In the order in which they are asked for a glyph.
    static var all: [BundledFont] {
        [
            BundledFont("Inter", HB_SCRIPT_LATIN, cartograph_font_inter_regular(), cartograph_font_inter_semibold()),
            BundledFont("Noto Sans Arabic UI", HB_SCRIPT_ARABIC, cartograph_font_arabic_regular(), cartograph_font_arabic_semibold()),
            BundledFont("Noto Sans Hebrew", HB_SCRIPT_HEBREW, cartograph_font_hebrew_regular(), cartograph_font_hebrew_semibold()),
            BundledFont(
                "Noto Sans Devanagari UI", HB_SCRIPT_DEVANAGARI, cartograph_font_devanagari_regular(), cartograph_font_devanagari_semibold()
            ),
            BundledFont("Noto Sans Thai UI", HB_SCRIPT_THAI, cartograph_font_thai_regular(), cartograph_font_thai_semibold()),
        ]
    }

    private init(_ name: String, _ script: hb_script_t, _ regular: cartograph_font, _ semibold: cartograph_font) {
        self.regular = FontFile(regular, name: "\(name) Regular")
        self.semibold = FontFile(semibold, name: "\(name) SemiBold")
        self.script = script
    }
}

/// The bytes of a font file, which never move and are never freed.
struct FontFile {
    let name: String
    /// An `hb_blob_t` that is never destroyed.
    let blob: OpaquePointer?
}

extension FontFile {
    /// A file that is part of the executable.
    init(_ bytes: cartograph_font, name: String) {
        self.name = name
        let start = UnsafeRawPointer(bytes.bytes)?.assumingMemoryBound(to: CChar.self)
        self.blob = hb_blob_create(start, UInt32(bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
    }

    /// A file of the machine; it is mapped, so only the glyphs that are used take memory. Nil when it cannot be opened.
    init?(path: String) {
        guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
        self.name = path
        self.blob = blob
    }
}
