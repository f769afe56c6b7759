import CFreeType
import Caching
public import Drawing
import Foundation
import Synchronization

/// Sets text of every script in the bundled typefaces and, for what they lack, in those of the machine.
///
///     let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
///     let width = typesetter.width(of: "Dairy", in: Font(size: 12))
///
/// A program makes one and shares it among all threads. The bundled fonts are
/// part of the executable and are asked first, so every machine sets what they
/// cover with the same glyphs: Latin, Greek, Cyrillic, Arabic, Hebrew,
/// Devanagari and Thai.
public final class Typesetter: TextMeasurer {
    /// The files of the machine that are used, in the order in which they are asked for a glyph.
    public let machineFonts: [String]

    private let regular: FontBook
    private let semibold: FontBook
    private let missing: MissingCharacters
    /// By glyphs, 50 bytes each with their clusters: room for some 20,000 labels.
    private let cache = Mutex(LRUCache<TextKey, ShapedText>(capacity: 1 << 18))
    /// By pixels, a byte each.
    let maskCache = Mutex(LRUCache<MaskKey, GlyphMask>(capacity: 1 << 23))

    /// The folders into which Debian's packages `fonts-noto-cjk`, `fonts-noto-color-emoji` and the like put their files.
    public static let debianFontFolders = [
        "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/wqy",
        "/usr/share/fonts/truetype/droid", "/usr/share/fonts/truetype/dejavu",
    ]

    /// Reads the fonts.
    ///
    /// Call it before other threads start, since it changes the environment: FreeType lets a variable
    /// alter the shape of glyphs. What it allocates is never freed.
    ///
    /// - Parameters:
    ///   - fontFolders: where to look for fonts of Chinese, Japanese, Korean, emoji and other scripts; folders within are left out.
    ///   - reportMissing: is told each character that no font has, once; of more than 1,000 of them the rest is only counted.
    public init(
        fontFolders: [String] = [], reportMissing: @escaping @Sendable (Character) -> Void = { _ in }
    ) throws(TypographyError) {
        unsetenv("FREETYPE_PROPERTIES")
        var library: FT_Library?
        let code = FT_Init_FreeType(&library)
        guard code == 0, let library else { throw .library(code: code) }
        var (regular, semibold, machineFonts): ([Face], [Face], [String]) = ([], [], [])
        for font in BundledFont.all {
            regular.append(try Face(font.regular, script: font.script, library: library))
            semibold.append(try Face(font.semibold, script: font.script, library: library))
        }
        for font in MachineFont.all {
            guard let file = MachineFont.file(font.regular, in: fontFolders) else { continue }
            let face = try Face(file, script: font.script, library: library)
            regular.append(face)
            machineFonts.append(file.name)
            if let file = MachineFont.file(font.semibold, in: fontFolders) {
                semibold.append(try Face(file, script: font.script, library: library))
                machineFonts.append(file.name)
            } else {
                semibold.append(face)
            }
        }
        self.regular = FontBook(main: regular[0], others: Array(regular.dropFirst()))
        self.semibold = FontBook(main: semibold[0], others: Array(semibold.dropFirst()))
        self.machineFonts = machineFonts
        self.missing = MissingCharacters(report: reportMissing)
    }

    /// The number of characters that no font had when a text was shaped; it only grows.
    ///
    /// A text that comes out of the cache is not counted again.
    public var missingGlyphCount: Int { missing.count }

    public func width(of text: String, in font: Font) -> Double {
        shape(text, in: font).advance * font.size
    }

    public func metrics(of font: Font) -> FontMetrics {
        let metrics = book(of: font.weight).metrics
        return FontMetrics(
            ascent: metrics.ascent * font.size, descent: metrics.descent * font.size, capHeight: metrics.capHeight * font.size
        )
    }

    /// Returns the glyphs of `text`, whatever the font's size, in the direction of its first letter.
    ///
    /// Control characters and line breaks are set as spaces. Of a text longer than 4,096 scalars the rest is left out.
    /// Texts up to 500 bytes are shaped once and then remembered.
    public func shape(_ text: String, in font: Font) -> ShapedText {
        guard text.utf8.count <= Self.longestCachedText else { return shapeAnew(text, in: font) }
        let key = TextKey(text: text, weight: font.weight, numerals: font.numerals)
        if let shaped = cache.withLock({ $0.value(for: key) }) { return shaped }
        // Outside the lock: two threads may shape the same text, and both get the same glyphs.
        let shaped = shapeAnew(text, in: font)
        cache.withLock { $0.insert(shaped, for: key, cost: Self.keyCost + shaped.runs.reduce(0) { $0 + $1.glyphs.count }) }
        return shaped
    }

    /// What the shape of a text depends on; its size does not matter.
    private struct TextKey: Hashable {
        var text: String
        var weight: Font.Weight
        var numerals: Font.Numerals
    }

    private static let longestCachedText = 500
    /// What an entry costs besides its glyphs.
    private static let keyCost = 4

    private func shapeAnew(_ text: String, in font: Font) -> ShapedText {
        let line = text.printableLine
        let book = book(of: font.weight)
        let items = book.items(of: line)
        let sharedLanguage = items.languageOfSharedCharacters
        let runs = items.inVisualOrder().map { item in
            guard let face = item.face else {
                let run = book.main.placeholders(for: item, of: line)
                missing.add(Array(run.text))
                return run
            }
            let run = face.shape(item, of: line, numerals: font.numerals, language: item.language(shared: sharedLanguage))
            missing.add(run.missingCharacters)
            return run
        }
        return ShapedText(runs: runs)
    }

    /// Returns whether a line of `text` begins at the right, as it does by the rules of `shape(_:in:)`.
    package static func isRightToLeft(_ text: String) -> Bool {
        // Nothing before U+0590, two bytes from 0xD6 on, is written from right to left.
        text.utf8.contains { $0 >= 0xD6 } && BidirectionalLevels.isRightToLeft(text.printableLine.unicodeScalars)
    }

    /// The parts of a line in regular weight, in the order of the text.
    func items(of line: String) -> [TextItem] { regular.items(of: line) }

    private func book(of weight: Font.Weight) -> FontBook {
        switch weight {
        case .regular: regular
        case .semibold: semibold
        }
    }
}
