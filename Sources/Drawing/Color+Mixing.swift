import Foundation

extension Color {
    /// Where the colors between two others are looked for.
    public enum MixingSpace: Hashable, Sendable {
        /// Channel by channel, as browsers and image editors do.
        case sRGB
        /// Where equal ways look equally long (B. Ottosson, "A perceptual color space for image processing", 2020).
        case oklab
    }

    /// Returns the color `share` of the way to `other`, 0…1, as opaque as this one.
    public func mixed(with other: Color, share: Double, in space: MixingSpace) -> Color {
        guard share > 0 else { return self }
        switch space {
        case .sRGB:
            func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * min(share, 1)).rounded()) }
            return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue), alpha: alpha)
        case .oklab:
            guard share < 1 else { return Color(red: other.red, green: other.green, blue: other.blue, alpha: alpha) }
            let (from, to) = (oklab, other.oklab)
            return Color(oklab: from + (to - from) * share, alpha: alpha)
        }
    }

    /// The channels in amounts of light, 0…1 (IEC 61966-2-1).
    var linearChannels: SIMD3<Double> {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return [linear(red), linear(green), linear(blue)]
    }

    private var oklab: SIMD3<Double> {
        let light = linearChannels
        let l = cbrt(0.4122214708 * light.x + 0.5363325363 * light.y + 0.0514459929 * light.z)
        let m = cbrt(0.2119034982 * light.x + 0.6806995451 * light.y + 0.1073969566 * light.z)
        let s = cbrt(0.0883024619 * light.x + 0.2817188376 * light.y + 0.6299787005 * light.z)
        return [
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
        ]
    }

    private init(oklab lab: SIMD3<Double>, alpha: UInt8) {
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
            blue: channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), alpha: alpha
        )
    }
}
