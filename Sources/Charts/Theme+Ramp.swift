public import Drawing
import Foundation

extension Theme {
    /// Three colors, between which others are blended, and one for the outlines of what they hardly set off from the background.
    public struct Ramp: Hashable, Sendable {
        public var low: Color
        public var middle: Color
        public var high: Color
        /// At least 3:1 against the background.
        public var outline: Color

        public init(low: Color, middle: Color, high: Color, outline: Color) {
            self.low = low
            self.middle = middle
            self.high = high
            self.outline = outline
        }

        /// The same from where its colors can do without an outline.
        var withoutPaleEnd: Ramp {
            Ramp(low: outline, middle: outline.blended(with: high, share: 0.5), high: high, outline: outline)
        }

        /// The same with a middle that can do without an outline.
        var withoutPaleMiddle: Ramp { Ramp(low: low, middle: outline, high: high, outline: outline) }
    }
}

extension Color {
    /// Returns the color `share` of the way to `other` in Oklab, where equal ways look equally long (B. Ottosson, "A perceptual color
    /// space for image processing", 2020).
    func blended(with other: Color, share: Double) -> Color {
        guard share > 0 else { return self }
        guard share < 1 else { return other }
        let (from, to) = (oklab, other.oklab)
        return Color(oklab: from + (to - from) * share)
    }

    private var oklab: SIMD3<Double> {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        let (r, g, b) = (linear(red), linear(green), linear(blue))
        let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        return [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ]
    }

    private init(oklab lab: SIMD3<Double>) {
        func cube(_ a: Double, _ b: Double) -> Double {
            let root = lab.x + a * lab.y + b * lab.z
            return root * root * root
        }
        let l = cube(0.3963377774, 0.2158037573)
        let m = cube(-0.1055613458, -0.0638541728)
        let s = cube(-0.0894841775, -1.2914855480)
        func channel(_ value: Double) -> UInt8 {
            let coded = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
            return UInt8((min(max(coded, 0), 1) * 255).rounded())
        }
        self.init(
            red: channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            green: channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            blue: channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
        )
    }

    /// Whether a shape of the color is told from the background without an outline (WCAG 2.2, criterion 1.4.11).
    func isSeen(on background: Color) -> Bool { contrast(with: background) >= 3 }
}
