import Drawing

/// A font and the part its color plays.
struct TextStyle: Hashable {
    enum Ink: Hashable {
        /// Titles, names and values.
        case full
        /// Subtitles, ticks and footnotes.
        case muted
        /// What can be read on a color.
        case on(Color)
    }

    var font: Font
    var ink: Ink

    init(_ weight: Font.Weight = .regular, size: Double, numerals: Font.Numerals = .proportional, _ ink: Ink = .full) {
        font = Font(weight, size: size, numerals: numerals)
        self.ink = ink
    }

    func with(_ ink: Ink) -> TextStyle {
        var style = self
        style.ink = ink
        return style
    }
}

/// The styles of every chart.
extension TextStyle {
    static let title = TextStyle(.semibold, size: 18)
    /// In a picture too small for the full size.
    static let smallTitle = TextStyle(.semibold, size: 12)
    static let subtitle = TextStyle(size: 12, .muted)
    static let tick = TextStyle(size: 11, numerals: .tabular, .muted)
    /// In rows too low for the full size.
    static let smallTick = TextStyle(size: 10, numerals: .tabular, .muted)
    /// Of rows, series and rules.
    static let name = tick.with(.full)
    static let smallName = smallTick.with(.full)
    static let value = TextStyle(.semibold, size: 11, numerals: .tabular)
    static let smallValue = TextStyle(.semibold, size: 10, numerals: .tabular)
    static let label = TextStyle(.semibold, size: 12)
    static let footnote = TextStyle(size: 10, .muted)
    /// Of a large number, the largest that fits being taken.
    static let keyValues = [34.0, 28, 24, 20, 17, 14, 12].map { TextStyle(.semibold, size: $0) }
}

/// The styles of names and numbers in rows: a point smaller where rows are low.
struct RowTextStyle {
    let name: TextStyle
    let value: TextStyle
    /// Whether each row has room for a line.
    let fits: Bool

    /// - Parameters:
    ///   - step: from one row to the next, in points.
    ///   - detail: pictures that have room for more than names have names in full size.
    init(step: Double, detail: LevelOfDetail, in context: LayoutContext) {
        let isFull = step >= Self.leastStep(.full, in: context)
        let isSmall = !isFull && step >= Self.leastStep(detail, in: context)
        name = isSmall ? .smallName : .name
        value = isSmall ? .smallValue : .value
        fits = isFull || isSmall
    }

    /// Returns the same in whole pixels.
    static func leastWholeStep(_ detail: LevelOfDetail, in context: LayoutContext) -> Double {
        (leastStep(detail, in: context) / context.pixel - 1e-6).rounded(.up) * context.pixel
    }

    /// Returns the least height of a row with a line of its own.
    static func leastStep(_ detail: LevelOfDetail, in context: LayoutContext) -> Double {
        // The room of a font's line has accents above and descenders below, which seldom meet.
        context.lineHeight(of: detail <= .axis ? .smallTick : .tick) - 1
    }
}
