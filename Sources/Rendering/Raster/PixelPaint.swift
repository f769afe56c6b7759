import Drawing

/// A color that is laid over pixels.
struct PixelPaint {
    /// Two premultiplied channels of 16 bits each, which are multiplied at once: red and blue, alpha and green.
    private let redBlue: UInt32
    private let alphaGreen: UInt32
    private let alpha: UInt32
    /// The color itself as a pixel: alpha, red, green and blue, premultiplied.
    let pixel: UInt32

    init(_ color: Color) {
        alpha = UInt32(color.alpha)
        redBlue = Self.scaled(UInt32(color.red) << 16 | UInt32(color.blue), by: alpha)
        alphaGreen = alpha << 16 | Self.scaled(UInt32(color.green), by: alpha)
        pixel = alphaGreen << 8 | redBlue
    }

    /// Lays the color over a pixel that is covered so far, 255 being wholly.
    @inline(__always) func cover(_ pixel: inout UInt32, _ coverage: UInt32) {
        if coverage & alpha == 255 { return pixel = self.pixel }
        let rest = 255 &- Self.scaled(alpha, by: coverage)
        let lower = Self.scaled(redBlue, by: coverage) &+ Self.scaled(pixel & 0xFF00FF, by: rest)
        let upper = Self.scaled(alphaGreen, by: coverage) &+ Self.scaled(pixel >> 8 & 0xFF00FF, by: rest)
        pixel = upper << 8 | lower
    }

    /// Returns two channels times `factor`, of 255, each rounded.
    @inline(__always) private static func scaled(_ channels: UInt32, by factor: UInt32) -> UInt32 {
        // Exact for all products of two bytes (Blinn, "Three Wrongs Make a Right", 1995).
        let product = channels &* factor &+ 0x800080
        return (product &+ (product >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF
    }
}
