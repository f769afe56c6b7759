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
    public var neutral: Color
    /// Eight colors, at least 3:1 against the background, told apart under protanopia, deuteranopia and tritanopia.
    public var palette: [Color]
    /// Four colors for shoppers with more than eight categories, for most eyes as far from the eight and each other as those are.
    public var furtherPalette: [Color]
    /// From what is least to what is most: one hue, from near the background to far from it.
    public var sequence: Ramp
    /// From what is far below a value over the value itself to what is far above: two hues, and between them nearly the background.
    public var divergence: Ramp

    public static let light = Theme(
        background: Color(0xFFFFFF), ink: Color(0x1B2430), mutedInk: Color(0x5A6675), grid: Color(0xE3E7EC),
        accent: Color(0x2149B5), neutral: Color(0x8A94A3),
        palette: [0x2149B5, 0xD37D29, 0x46A298, 0x932541, 0xA27DE3, 0x8C6D21, 0x007D94, 0x6B1964].map(Color.init),
        furtherPalette: [0xC7436D, 0x2D4D07, 0x7855DF, 0x614A87].map(Color.init),
        sequence: Ramp(low: Color(0xE9EFFC), middle: Color(0x7D9CE4), high: Color(0x17357F), outline: Color(0x7D95C6)),
        divergence: Ramp(low: Color(0xA8520C), middle: Color(0xF3F3F2), high: Color(0x2149B5), outline: Color(0x8A94A3))
    )

    public static let dark = Theme(
        background: Color(0x161B22), ink: Color(0xE8ECF1), mutedInk: Color(0xA3AEBC), grid: Color(0x2D3540),
        accent: Color(0x6C93E8), neutral: Color(0x7C8796),
        palette: [0x5479CE, 0xF18B31, 0x4BA98C, 0xDF523D, 0xC689D7, 0xE4CC91, 0x83CEF4, 0x9B516F].map(Color.init),
        furtherPalette: [0x60F0DA, 0xF1A3C2, 0xABB886, 0x46ACFC].map(Color.init),
        sequence: Ramp(low: Color(0x1F2C4A), middle: Color(0x5378CE), high: Color(0xD3E0FF), outline: Color(0x536CA6)),
        divergence: Ramp(low: Color(0xF0A25C), middle: Color(0x272D36), high: Color(0x86ABFA), outline: Color(0x6B7480))
    )

    /// What lies under the picture: the background, or the page, of which is known only whether it is light or dark.
    var paper: Color { background.alpha == 255 ? background : ink.luminance < 0.5 ? Color(0xFFFFFF) : Color(0x000000) }

    /// Returns what can be read on a color: the ink or the paper, and where neither has a contrast of 4.5 to it, black or white, of which
    /// one always has.
    func ink(on color: Color) -> Color {
        [ink, paper, Color(0x000000), Color(0xFFFFFF)].first { $0.contrast(with: color) >= 4.5 } ?? ink
    }

    /// Returns the color of a mark. Past the end of both palettes their colors come again, nearer to the ink.
    public func color(_ role: MarkColor) -> Color {
        switch role {
        case .accent: return accent
        case .neutral: return neutral
        case .categorical(let index):
            let (round, place) = max(index, 0).quotientAndRemainder(dividingBy: palette.count + furtherPalette.count)
            let color = place < palette.count ? palette[place] : furtherPalette[place - palette.count]
            return round == 0 ? color : color.mixed(with: ink, share: min(Double(round) * 0.4, 0.8), in: .sRGB)
        }
    }
}
