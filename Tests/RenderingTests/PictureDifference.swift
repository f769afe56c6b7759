import Foundation

/// How far a picture is from the one it was made of, pixel by pixel.
struct PictureDifference {
    /// The largest difference of a channel, in 255ths, alpha included.
    private(set) var largest = 0
    /// How many pixels are off by more than 8 in a channel.
    private(set) var visiblePixels = 0
    /// How many pixels are off though they belong to an area of one color.
    private(set) var flatPixels = 0
    private(set) var pixelCount: Int
    private var squares = 0
    private var channels = 3

    /// The signal above the noise, in decibels; infinite for equal pictures.
    var signalToNoise: Double {
        squares == 0 ? .infinity : 10 * log10(255 * 255 * Double(channels * pixelCount) / Double(squares))
    }

    /// Whether the picture is within the bounds that an encoder of standard quality keeps.
    var isWithinBounds: Bool { largest <= 32 && visiblePixels * 1_000 <= pixelCount && flatPixels == 0 && signalToNoise >= 44 }

    /// - Precondition: Both are of the same size.
    /// - Parameter hasAlpha: Whether the file has an alpha channel, which is noise's fourth then.
    init(_ picture: DecodedPNG, from original: DecodedPNG, hasAlpha: Bool = false) {
        precondition((picture.width, picture.height) == (original.width, original.height))
        pixelCount = original.pixels.count
        guard picture != original else { return }
        if hasAlpha { channels = 4 }
        for index in Self.differingIndices(picture.pixels, original.pixels) {
            let (one, two) = (picture.pixels[index], original.pixels[index])
            var distance = 0
            for shift: UInt32 in [0, 8, 16, 24] {
                let difference = abs(Int(one >> shift & 255) - Int(two >> shift & 255))
                distance = max(distance, difference)
                squares += difference * difference
            }
            largest = max(largest, distance)
            if distance > 8 { visiblePixels += 1 }
            if original.isFlat(x: index % original.width, y: index / original.width) { flatPixels += 1 }
        }
    }

    /// Returns where two pictures differ. Most of them is the same, which one comparison tells of many pixels.
    private static func differingIndices(_ one: [UInt32], _ two: [UInt32]) -> [Int] {
        let chunk = 32
        return one.withUnsafeBufferPointer { first in
            two.withUnsafeBufferPointer { second in
                // Without a pixel there is no address, and nothing to compare.
                guard let left = first.baseAddress, let right = second.baseAddress else { return [] }
                return stride(from: 0, to: one.count, by: chunk).flatMap { start -> [Int] in
                    let count = min(chunk, one.count - start)
                    if memcmp(left + start, right + start, count * 4) == 0 { return [] }
                    return (start..<start + count).filter { left[$0] != right[$0] }
                }
            }
        }
    }
}

extension DecodedPNG {
    /// Whether a pixel is one of 8 side by side, or of 46 one above the other, that have the same color.
    fileprivate func isFlat(x: Int, y: Int) -> Bool {
        let color = self[x, y]
        func length(_ count: Int, _ isSame: (Int) -> Bool) -> Int { (1..<count).first { !isSame($0) } ?? count }
        let left = length(8) { x >= $0 && self[x - $0, y] == color }
        let right = length(8) { x + $0 < width && self[x + $0, y] == color }
        let above = length(46) { y >= $0 && self[x, y - $0] == color }
        let below = length(46) { y + $0 < height && self[x, y + $0] == color }
        return left + right > 8 || above + below > 46
    }
}
