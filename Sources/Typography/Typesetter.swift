import CFonts
import CFreeType
public import Drawing
import Foundation
import Synchronization

/// Sets text in the bundled typeface.
///
///     let typesetter = try Typesetter()
///     let width = typesetter.width(of: "Dairy", in: Font(size: 12))
///
/// A program makes one and shares it among all threads. The fonts are part of
/// the executable, so every machine sets the same text with the same glyphs.
public final class Typesetter: TextMeasurer {
    private let regular: Face
    private let semibold: Face
    private let cache = Mutex(RecentCache<TextKey, ShapedText>(capacity: 4096))
    let maskCache = Mutex(RecentCache<MaskKey, GlyphMask>(capacity: 4096))
    private let missing = Atomic(0)

    /// Reads the fonts.
    ///
    /// Call it before other threads start, since it changes the environment: FreeType lets a variable
    /// alter the shape of glyphs. What it allocates is never freed.
    public init() throws(TypographyError) {
        unsetenv("FREETYPE_PROPERTIES")
        var library: FT_Library?
        let code = FT_Init_FreeType(&library)
        guard code == 0, let library else { throw .library(code: code) }
        self.regular = try Face(cartograph_font_inter_regular(), name: "Inter Regular", library: library)
        self.semibold = try Face(cartograph_font_inter_semibold(), name: "Inter SemiBold", library: library)
    }

    /// The number of glyphs that no font had when a text was shaped; it only grows.
    ///
    /// A text that comes out of the cache is not counted again.
    public var missingGlyphCount: Int { missing.load(ordering: .relaxed) }

    public func width(of text: String, in font: Font) -> Double {
        shape(text, in: font).advance * font.size
    }

    public func metrics(of font: Font) -> FontMetrics {
        let metrics = face(of: font.weight).metrics
        return FontMetrics(
            ascent: metrics.ascent * font.size, descent: metrics.descent * font.size, capHeight: metrics.capHeight * font.size
        )
    }

    /// Returns the glyphs of `text`, whatever the font's size.
    ///
    /// Control characters and line breaks are set as spaces. Of a text longer than 4,096 scalars the rest is left out.
    /// Texts up to 500 bytes are shaped once and then remembered.
    public func shape(_ text: String, in font: Font) -> ShapedText {
        guard text.utf8.count <= Self.longestCachedText else { return shapeAnew(text, in: font) }
        let key = TextKey(text: text, weight: font.weight, numerals: font.numerals)
        if let shaped = cache.withLock({ $0.value(for: key) }) { return shaped }
        // Outside the lock: two threads may shape the same text, and both get the same glyphs.
        let shaped = shapeAnew(text, in: font)
        cache.withLock { $0.insert(shaped, for: key) }
        return shaped
    }

    /// What the shape of a text depends on; its size does not matter.
    private struct TextKey: Hashable {
        var text: String
        var weight: Font.Weight
        var numerals: Font.Numerals
    }

    private static let longestCachedText = 500
    private static let longestText = 4096

    private func shapeAnew(_ text: String, in font: Font) -> ShapedText {
        // Composed, so that strings that are equal, and share a place in the cache, have the same bytes.
        let composed = text.precomposedStringWithCanonicalMapping
        let line = String(String.UnicodeScalarView(composed.unicodeScalars.prefix(Self.longestText).map(\.printable)))
        guard !line.isEmpty else { return ShapedText(runs: []) }
        let (run, missing) = face(of: font.weight).shape(line, numerals: font.numerals)
        if missing > 0 { self.missing.add(missing, ordering: .relaxed) }
        return ShapedText(runs: [run])
    }

    private func face(of weight: Font.Weight) -> Face {
        switch weight {
        case .regular: regular
        case .semibold: semibold
        }
    }
}

extension Unicode.Scalar {
    /// The scalar, or a space for one that only controls a device or ends a line.
    fileprivate var printable: Unicode.Scalar {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: " "
        default: self
        }
    }
}
