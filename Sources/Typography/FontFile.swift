import CFonts
import CHarfBuzz

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
