import Drawing
import Foundation
import Testing

@testable import Charts

/// Eight colors and a grey that everybody can tell apart.
@Suite struct PaletteTests {
    /// How an eye sees: all of light's three parts, or without the cones for one of them.
    enum Vision: CaseIterable {
        case full, protanopia, deuteranopia, tritanopia

        /// What light becomes (G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
        /// Vision Deficiency", 2009, severity 1).
        fileprivate var rows: [SIMD3<Double>] {
            switch self {
            case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanopia:
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            case .deuteranopia:
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            case .tritanopia:
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        }

        fileprivate func seen(_ color: Color) -> LabColor {
            let light = [color.red, color.green, color.blue].map { channel in
                let value = Double(channel) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return LabColor(light: rows.map { min(max(($0 * SIMD3(light)).sum(), 0), 1) })
        }
    }

    @Test(arguments: [Theme.light, .dark], Vision.allCases)
    func `all colors differ from each other and from the grey of the rest`(theme: Theme, vision: Vision) {
        #expect(theme.palette.count == 8)
        let seen = (theme.palette + [theme.neutral]).map(vision.seen)
        for (index, one) in seen.enumerated() {
            for other in seen.dropFirst(index + 1) {
                let difference = one.difference(from: other)
                #expect(difference >= 8, "\(index): \(difference)")
            }
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `printed in grey, neighbours differ clearly in lightness, and all a little`(theme: Theme) {
        let lightness = theme.palette.map { Vision.full.seen($0).lightness }
        for (index, one) in lightness.enumerated() {
            for (place, other) in lightness.enumerated().dropFirst(index + 1) {
                #expect(abs(one - other) >= (place == index + 1 ? 6 : 2), "\(index) and \(place)")
            }
        }
    }

    @Test func `a color has the same hue in both themes`() {
        let hues = [Theme.light, .dark].map { theme in
            (theme.palette + [theme.accent, theme.more, theme.less]).map { Vision.full.seen($0).hue }
        }
        for (index, (light, dark)) in zip(hues[0], hues[1]).enumerated() {
            let turn = abs(light - dark).truncatingRemainder(dividingBy: 360)
            #expect(min(turn, 360 - turn) <= 25, "\(index)")
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `without a background, text holds on white and on black`(theme: Theme) {
        for ink in [theme.transparent.ink, theme.transparent.mutedInk] {
            for paper in [Color(0xFFFFFF), Color(0x000000)] { #expect(ink.contrast(with: paper) >= 4.5) }
        }
    }

    @Test(arguments: [Theme.light, .dark], Vision.allCases)
    func `more and less are told apart, and no category has their colors`(theme: Theme, vision: Vision) {
        let pair = [theme.more, theme.less]
        #expect(vision.seen(pair[0]).difference(from: vision.seen(pair[1])) >= 20)
        for color in theme.palette + [theme.accent, theme.neutral] { #expect(!pair.contains(color)) }
    }

    @Test(arguments: [Theme.light, .dark])
    func `every color has a contrast of 3 to the background, and past the end of the palette there is grey`(theme: Theme) {
        for color in theme.palette + [theme.accent, theme.paleAccent, theme.neutral, theme.more, theme.less] {
            #expect(color.contrast(with: theme.background) >= 3, "\(color)")
        }
        #expect((8..<40).allSatisfy { theme.color(.categorical($0)) == theme.neutral })
        for ink in [theme.ink, theme.mutedInk] { #expect(ink.contrast(with: theme.background) >= 4.5) }
    }
}

/// A color in CIELAB under the light D65.
private struct LabColor {
    let lightness, a, b: Double

    /// - Parameter light: linear sRGB.
    init(light: [Double]) {
        let rows: [SIMD3<Double>] = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let parts = zip(rows, [0.95047, 1, 1.08883]).map { row, white in
            let share = (row * SIMD3(light)).sum() / white
            return share > 216 / 24_389 ? cbrt(share) : (24_389 / 27 * share + 16) / 116
        }
        (lightness, a, b) = (116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2]))
    }

    private static func degrees(_ a: Double, _ b: Double) -> Double {
        let angle = atan2(b, a) * 180 / .pi
        return angle < 0 ? angle + 360 : angle
    }

    private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    private static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }

    /// In degrees.
    var hue: Double { Self.degrees(a, b) }

    /// Returns CIEDE2000 (G. Sharma, W. Wu, E. N. Dalal, 2005).
    func difference(from other: LabColor) -> Double {
        func power7(_ value: Double) -> Double { (pow(value, 7) / (pow(value, 7) + pow(25, 7))).squareRoot() }
        let grey = 1.5 - 0.5 * power7((hypot(a, b) + hypot(other.a, other.b)) / 2)
        let (a1, a2) = (a * grey, other.a * grey)
        let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
        let (h1, h2) = (Self.degrees(a1, b), Self.degrees(a2, other.b))
        let isGrey = c1 * c2 == 0
        var turn = isGrey ? 0 : h2 - h1
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let dL = other.lightness - lightness
        let dC = c2 - c1
        let dH = 2 * (c1 * c2).squareRoot() * Self.sine(turn / 2)
        let (l, c) = ((lightness + other.lightness) / 2, (c1 + c2) / 2)
        let h = isGrey ? h1 + h2 : abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
        let t =
            1 - 0.17 * Self.cosine(h - 30) + 0.24 * Self.cosine(2 * h) + 0.32 * Self.cosine(3 * h + 6) - 0.2 * Self.cosine(4 * h - 63)
        let sL = 1 + 0.015 * pow(l - 50, 2) / (20 + pow(l - 50, 2)).squareRoot()
        let (sC, sH) = (1 + 0.045 * c, 1 + 0.015 * c * t)
        let rotation = -Self.sine(60 * exp(-pow((h - 275) / 25, 2))) * 2 * power7(c)
        let (l2, c2b, h2b) = (dL / sL, dC / sC, dH / sH)
        return (l2 * l2 + c2b * c2b + h2b * h2b + rotation * c2b * h2b).squareRoot()
    }
}
