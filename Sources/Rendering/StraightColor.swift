/// A color as PNG has it: not multiplied by its alpha.
struct StraightColor {
    let red, green, blue, alpha: UInt8

    /// Divides a premultiplied ARGB pixel by its alpha as Cairo's own writer does, so that both give the same colors.
    @inline(__always) init(_ pixel: UInt32) {
        let opacity = pixel >> 24
        func channel(_ shift: UInt32) -> UInt8 {
            let value = pixel >> shift & 255
            return opacity == 255 ? UInt8(value) : opacity == 0 ? 0 : UInt8(truncatingIfNeeded: (value * 255 + opacity / 2) / opacity)
        }
        (red, green, blue, alpha) = (channel(16), channel(8), channel(0), UInt8(opacity))
    }

    /// Alpha, red, green and blue in one number.
    var packed: UInt32 { UInt32(alpha) << 24 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
