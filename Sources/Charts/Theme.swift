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
    /// From what is least to what is most: one hue, every color at least 3:1 against the background.
    public var sequence: Ramp
    /// From what is far below a value over the value itself to what is far above: two hues and a grey between, at least 3:1 all.
    public var divergence: Ramp

    public static let light = Theme(
        background: Color(0xFFFFFF), ink: Color(0x1B2430), mutedInk: Color(0x5A6675), grid: Color(0xE3E7EC),
        accent: Color(0x2149B5), neutral: Color(0x8A94A3),
        palette: [0x2149B5, 0xD37D29, 0x46A298, 0x932541, 0xA27DE3, 0x8C6D21, 0x007D94, 0x6B1964].map(Color.init),
        sequence: Ramp(low: Color(0x7290DE), middle: Color(0x3457B0), high: Color(0x0C1C52)),
        divergence: Ramp(low: Color(0x6B2A00), middle: Color(0x8E959E), high: Color(0x0E2A7A))
    )

    public static let dark = Theme(
        background: Color(0x161B22), ink: Color(0xE8ECF1), mutedInk: Color(0xA3AEBC), grid: Color(0x2D3540),
        accent: Color(0x6C93E8), neutral: Color(0x7C8796),
        palette: [0x5479CE, 0xF18B31, 0x4BA98C, 0xDF523D, 0xC689D7, 0xE4CC91, 0x83CEF4, 0x9B516F].map(Color.init),
        sequence: Ramp(low: Color(0x4A66B0), middle: Color(0x8AA6EA), high: Color(0xDDE7FF)),
        divergence: Ramp(low: Color(0xFFD0A0), middle: Color(0x6B7480), high: Color(0xB9D2FF))
    )

    /// Returns the color of a mark. Past the palette's end its colors come again, nearer to the ink.
    public func color(_ role: MarkColor) -> Color {
        switch role {
        case .accent: return accent
        case .neutral: return neutral
        case .categorical(let index):
            let (round, place) = max(index, 0).quotientAndRemainder(dividingBy: palette.count)
            return palette[place].mixed(with: ink, share: min(Double(round) * 0.4, 0.8))
        }
    }
}

extension Color {
    /// Returns the color `share` of the way to `other`, channel by channel.
    func mixed(with other: Color, share: Double) -> Color {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
        return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue), alpha: alpha)
    }
}
