import Drawing
import Foundation
import Testing

@testable import Charts

/// Eight colors that everybody can tell apart.
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

        fileprivate func seen(_ color: Color) -> SIMD3<Double> {
            let light = [color.red, color.green, color.blue].map { channel in
                let value = Double(channel) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return oklab(rows.map { min(max(($0 * SIMD3(light)).sum(), 0), 1) })
        }
    }

    @Test(arguments: [Theme.light, .dark], Vision.allCases)
    func `all colors differ, and neighbours more than that`(theme: Theme, vision: Vision) {
        #expect(theme.palette.count == 8)
        // Two hundredths of Oklab are just seen side by side.
        let seen = theme.palette.map(vision.seen)
        for (index, one) in seen.enumerated() {
            for (place, other) in seen.enumerated().dropFirst(index + 1) {
                #expect(distance(one, other) >= (place == index + 1 ? 0.1 : 0.085), "\(index) and \(place)")
            }
        }
        // The first stands beside the last in a ring of eight.
        #expect(distance(seen[0], seen[7]) >= 0.1)
    }

    @Test(arguments: [Theme.light, .dark], Vision.allCases)
    func `the colors for more than eight categories can be told apart too, best by eyes with all cones`(theme: Theme, vision: Vision) {
        let seen = (0..<12).map { vision.seen(theme.color(.categorical($0))) }
        for (index, one) in seen.enumerated() {
            for other in seen.dropFirst(max(index + 1, 8)) {
                #expect(distance(one, other) >= (vision == .full ? 0.095 : 0.065), "\(index)")
            }
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `every color has a contrast of 3 to the background, further rounds of the palette too`(theme: Theme) {
        for index in 0..<24 { #expect(theme.color(.categorical(index)).contrast(with: theme.background) >= 3, "\(index)") }
        #expect(Set((0..<24).map { theme.color(.categorical($0)) }).count == 24)
        for color in [theme.accent, theme.neutral] { #expect(color.contrast(with: theme.background) >= 3) }
        for ink in [theme.ink, theme.mutedInk] { #expect(ink.contrast(with: theme.background) >= 4.5) }
    }

    private func distance(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double { ((one - other) * (one - other)).sum().squareRoot() }
}

/// Linear light in Oklab (B. Ottosson, 2020).
private func oklab(_ light: [Double]) -> SIMD3<Double> {
    let l = cbrt(0.4122214708 * light[0] + 0.5363325363 * light[1] + 0.0514459929 * light[2])
    let m = cbrt(0.2119034982 * light[0] + 0.6806995451 * light[1] + 0.1073969566 * light[2])
    let s = cbrt(0.0883024619 * light[0] + 0.2817188376 * light[1] + 0.6299787005 * light[2])
    return [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}
