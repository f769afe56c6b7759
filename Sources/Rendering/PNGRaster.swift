import Foundation

/// The rows of a PNG, each with its filter, made of Cairo's pixels.
///
/// This is the one place of the encoder that reads and writes through unsafe
/// pointers. A row is `width` pixels of four bytes, `bytesPerRow` apart, and
/// there are `height`; a row written is one byte for its filter, then
/// `channels` bytes a pixel. Every pointer below stays in these bounds because
/// every loop runs over `0..<width` or `0..<height`.
extension PNGEncoder.Raster {
    private enum Filter {
        static let none: UInt8 = 0
        static let up: UInt8 = 2
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

    func filteredRGB() -> [UInt8] {
        filtered(channels: 3) { pixels, count, output in
            var output = output
            for x in 0..<count {
                let pixel = pixels[x]
                output[0] = UInt8(truncatingIfNeeded: pixel >> 16)
                output[1] = UInt8(truncatingIfNeeded: pixel >> 8)
                output[2] = UInt8(truncatingIfNeeded: pixel)
                output += 3
            }
        }
    }

    func filteredRGBA() -> [UInt8] {
        filtered(channels: 4) { pixels, count, output in
            var output = output
            for x in 0..<count {
                let pixel = pixels[x]
                let alpha = pixel >> 24
                // As Cairo's own writer divides, so both give the same file for the same pixels.
                func channel(_ shift: UInt32) -> UInt8 {
                    alpha == 0 ? 0 : UInt8(truncatingIfNeeded: ((pixel >> shift & 255) * 255 + alpha / 2) / alpha)
                }
                output[0] = channel(16)
                output[1] = channel(8)
                output[2] = channel(0)
                output[3] = UInt8(truncatingIfNeeded: alpha)
                output += 4
            }
        }
    }

    /// Returns all rows, converted by `convert(pixels, count, output)`.
    ///
    /// A row that equals the one above is sent as no difference from it, every other one as it is: on charts of bars, rings,
    /// lines and text that made files 6 to 30 % smaller than differences throughout, in the same time.
    private func filtered(
        channels: Int, convert: (UnsafePointer<UInt32>, Int, UnsafeMutablePointer<UInt8>) -> Void
    ) -> [UInt8] {
        let length = width * channels
        return [UInt8](unsafeUninitializedCapacity: (length + 1) * height) { buffer, count in
            count = (length + 1) * height
            guard var output = buffer.baseAddress else { return }
            for y in 0..<height {
                if y > 0, isEqualToRowAbove(y) {
                    output[0] = Filter.up
                    memset(output + 1, 0, length)
                } else {
                    output[0] = Filter.none
                    convert(row(y), width, output + 1)
                }
                output += length + 1
            }
        }
    }

    private func row(_ y: Int) -> UnsafePointer<UInt32> {
        UnsafeRawPointer(pixels + y * bytesPerRow).assumingMemoryBound(to: UInt32.self)
    }

    private func isEqualToRowAbove(_ y: Int) -> Bool {
        memcmp(row(y), row(y - 1), width * 4) == 0
    }
}
