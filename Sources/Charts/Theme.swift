public import Drawing

/// The look of a chart, apart from its data: colors by the part they play.
public struct Theme: Hashable, Sendable {
    public var background: Color
    /// Titles and values.
    public var ink: Color
    /// Subtitles, ticks and footnotes.
    public var mutedInk: Color
    public var grid: Color
    public var accent: Color
    /// The accent's hue, nearer to the background.
    public var paleAccent: Color
    public var neutral: Color
    /// Eight colors, at least 3:1 against the background, of the same hues in every theme: told apart from each other and from the neutral
    /// color under protanopia, deuteranopia and tritanopia (a CIEDE2000 difference of 8), and by their lightness alone.
    public var palette: [Color]
    /// What is more than before, and what is less.
    public var more: Color
    public var less: Color
    /// From what is least to what is most: one hue, from near the background to far from it.
    public var sequence: Ramp
    /// From what is far below a value over the value itself to what is far above: two hues, and between them nearly the background.
    public var divergence: Ramp

    public static let light = Theme(
        background: Color(0xFFFFFF), ink: Color(0x1B2430), mutedInk: Color(0x5A6675), grid: Color(0xE3E7EC),
        accent: Color(0x2149B5), paleAccent: Color(0x7A91D2), neutral: Color(0x8A94A3),
        palette: [0x2149B5, 0xB26A0B, 0x069F76, 0x8D1B29, 0xA965DA, 0x7D5503, 0x047D9E, 0x6E016F].map(Color.init),
        more: Color(0xC2620E), less: Color(0x2A7F8E),
        sequence: Ramp(low: Color(0xE9EFFC), middle: Color(0x7D9CE4), high: Color(0x17357F), outline: Color(0x7D95C6)),
        divergence: Ramp(low: Color(0x1D6573), middle: Color(0xF3F3F2), high: Color(0xA8520C), outline: Color(0x8A94A3))
    )

    public static let dark = Theme(
        background: Color(0x161B22), ink: Color(0xE8ECF1), mutedInk: Color(0xA3AEBC), grid: Color(0x2D3540),
        accent: Color(0x6C93E8), paleAccent: Color(0x4C6AAB), neutral: Color(0x7C8796),
        palette: [0x5D76DB, 0xFEB55A, 0x10BE90, 0xC9434C, 0xD2A0FF, 0xE9CC96, 0x389BC2, 0xA63BA5].map(Color.init),
        more: Color(0xE58A3A), less: Color(0x4FA9B8),
        sequence: Ramp(low: Color(0x1F2C4A), middle: Color(0x5378CE), high: Color(0xD3E0FF), outline: Color(0x536CA6)),
        divergence: Ramp(low: Color(0x66C2D0), middle: Color(0x272D36), high: Color(0xF0A25C), outline: Color(0x6B7480))
    )

    /// The theme without a background: its inks hold on white and on black, since nobody knows on what the picture will lie.
    public var transparent: Theme {
        var theme = self
        theme.background = .clear
        (theme.ink, theme.mutedInk) = (Color(0x6B7685), Color(0x6B7685))
        theme.grid = Color(red: 0x80, green: 0x88, blue: 0x94, alpha: 0x60)
        return theme
    }

    /// What lies under the picture: the background, or the page, of which is known only whether it is light or dark.
    var paper: Color { background.alpha == 255 ? background : ink.luminance < 0.5 ? Color(0xFFFFFF) : Color(0x000000) }

    /// Returns what can be read on a color: the ink or the paper, and where neither has a contrast of 4.5 to it, black or white, of which
    /// one always has.
    func ink(on color: Color) -> Color {
        [ink, paper, Color(0x000000), Color(0xFFFFFF)].first { $0.contrast(with: color) >= 4.5 } ?? ink
    }

    /// Returns the color of a mark; past the end of the palette the neutral one.
    public func color(_ role: MarkColor) -> Color {
        switch role {
        case .accent: accent
        case .neutral: neutral
        case .pale: paleAccent
        case .more: more
        case .less: less
        case .given(let color), .outlined(let color, edge: _): color
        case .categorical(let index): palette.indices.contains(index) ? palette[index] : neutral
        }
    }

    /// Returns the edge of a mark, where it has one of its own.
    func edge(_ role: MarkColor) -> Stroke? {
        if case .outlined(_, edge: let edge) = role { edge } else { nil }
    }
}
