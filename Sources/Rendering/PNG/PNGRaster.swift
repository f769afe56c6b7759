import Foundation

/// The rows of a PNG, each with its filter, made of Cairo's pixels.
///
/// This and `ColorHistogram` are the places of the encoder that read and write through unsafe pointers. A row is `width` pixels of
/// four bytes, `bytesPerRow` apart, and there are `height`; a row written is one byte for its filter, then `channels` bytes a
/// pixel. Every pointer below stays in these bounds because every loop runs over `0..<width` or `0..<height`.
extension PNGEncoder.Raster {
    func row(_ y: Int) -> UnsafePointer<UInt32> {
        UnsafeRawPointer(pixels + y * bytesPerRow).assumingMemoryBound(to: UInt32.self)
    }

    func isEqualToRowAbove(_ y: Int) -> Bool {
        memcmp(row(y), row(y - 1), width * 4) == 0
    }

    /// Whether no pixel lets the background through.
    var isOpaque: Bool {
        for y in 0..<height where y == 0 || !isEqualToRowAbove(y) {
            let row = row(y)
            var all: UInt32 = .max
            for x in 0..<width { all &= row[x] }
            if all >> 24 != 255 { return false }
        }
        return true
    }

    /// Replaces `rows` by the picture's, of red, green, blue, and alpha if asked for.
    ///
    /// A row that equals the one above is sent as no difference from it, every other one as it is: on charts of bars, rings,
    /// lines and text that made files 6 to 30 % smaller than differences throughout, in the same time.
    func writeRows(to rows: inout RowBuffer, hasAlpha: Bool) {
        let channels = hasAlpha ? 4 : 3
        let length = width * channels
        rows.resize(to: (length + 1) * height)
        guard var output = rows.bytes.baseAddress else { return }
        for y in 0..<height {
            if y > 0, isEqualToRowAbove(y) {
                output[0] = PNGFilter.up
                memset(output + 1, 0, length)
            } else {
                output[0] = PNGFilter.none
                write(row(y), to: output + 1, channels: channels)
            }
            output += length + 1
        }
    }

    private func write(_ pixels: UnsafePointer<UInt32>, to output: UnsafeMutablePointer<UInt8>, channels: Int) {
        var output = output
        for x in 0..<width {
            let color = StraightColor(pixels[x])
            output[0] = color.red
            output[1] = color.green
            output[2] = color.blue
            if channels == 4 { output[3] = color.alpha }
            output += channels
        }
    }
}

/// How a row is told from the one above.
enum PNGFilter {
    static let none: UInt8 = 0
    static let up: UInt8 = 2
}

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
