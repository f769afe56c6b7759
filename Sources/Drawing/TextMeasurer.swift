/// Something that knows how much room text takes.
///
/// Layout needs measures and nothing else, so it can be tested without a font file.
public protocol TextMeasurer: Sendable {
    /// Returns the advance width of `text` set in `font`, in points: the very width it is drawn with.
    func width(of text: String, in font: Font) -> Double
    func metrics(of font: Font) -> FontMetrics
}

/// How far a font's glyphs reach from the baseline, in points, all positive.
public struct FontMetrics: Hashable, Sendable {
    /// Room above the baseline that no glyph of ordinary text leaves.
    public var ascent: Double
    /// Room below the baseline that no glyph of ordinary text leaves.
    public var descent: Double
    /// The height of a capital letter and, in most fonts, of a digit.
    public var capHeight: Double

    public init(ascent: Double, descent: Double, capHeight: Double) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
    }

    public var lineHeight: Double { ascent + descent }
}

/// A measurer that gives every character the same width.
public struct FixedAdvance: TextMeasurer {
    public var advancePerEm: Double

    public init(advancePerEm: Double = 0.6) {
        self.advancePerEm = advancePerEm
    }

    public func width(of text: String, in font: Font) -> Double {
        Double(text.count) * font.size * advancePerEm
    }

    public func metrics(of font: Font) -> FontMetrics {
        FontMetrics(ascent: font.size * 0.97, descent: font.size * 0.24, capHeight: font.size * 0.73)
    }
}
