import Drawing
import Hashing
import Testing

@testable import Rendering

@Suite struct PixelGridTests {
    private static func points(_ path: Path) -> [Point] {
        path.elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let point, let control1, let control2): [control1, control2, point]
            case .close: []
            }
        }
    }

    @Test(arguments: [1.0, 1.5, 2, 4])
    func `no point moves by a pixel or more, and a filled rectangle ends on borders`(_ scale: Double) {
        var random = SplitMix64(state: 4)
        let grid = PixelGrid(scale: scale)
        for _ in 0..<300 {
            let (left, top) = (Double.random(in: -50...50, using: &random), Double.random(in: -50...50, using: &random))
            let (width, height) = (Double.random(in: 2...80, using: &random), Double.random(in: 2...80, using: &random))
            let rect = Rect(left: left, top: top, right: left + width, bottom: top + height)
            for path in [Path(rect), Path(rect, rounding: .top, radius: 3), Path(rect, rounding: .left, radius: 100)] {
                let snapped = grid.snapped(path, strokeWidth: nil).path
                for (before, after) in zip(Self.points(path), Self.points(snapped)) {
                    #expect(abs(before.x - after.x) * scale < 1 && abs(before.y - after.y) * scale < 1)
                }
                guard let bounds = snapped.bounds else { continue }
                for edge in [bounds.left, bounds.top, bounds.right, bounds.bottom] {
                    #expect(abs((edge * scale).rounded() - edge * scale) < 1e-6)
                }
            }
        }
    }

    @Test func `a larger bar never becomes smaller than a smaller one`() {
        let grid = PixelGrid(scale: 1)
        var last = 0.0
        for step in 0..<500 {
            let rect = Rect(left: 10, top: 100.4 - Double(step) * 0.13, right: 20, bottom: 100.4)
            let height = grid.snapped(Path(rect), strokeWidth: nil).path.bounds?.height ?? 0
            #expect(height >= last || last - height < 1)
            if height >= 1 {
                #expect(height >= last.rounded(.down))
                last = height
            }
        }
    }

    @Test func `circles, slices and slanted lines stay where they are`() {
        let grid = PixelGrid(scale: 1)
        let center = Point(x: 10.3, y: 9.7)
        for path in [
            Path(circleAround: center, radius: 4.4),
            Path(ringAround: center, innerRadius: 2, outerRadius: 5, from: 0, to: .pi / 2),
            Path(through: [center, Point(x: 20.1, y: 11.2)]),
        ] {
            let outline = grid.snapped(path, strokeWidth: 1.5)
            #expect(outline.path == path)
            #expect(outline.strokeWidth == 1.5)
        }
    }

    @Test func `a stroke on the grid is a whole number of pixels wide, at least one`() {
        let line = Path(through: [Point(x: 0, y: 3.3), Point(x: 9, y: 3.3)])
        for (width, scale, pixels) in [(1.0, 1.0, 1.0), (1, 2, 2), (0.25, 1, 1), (1.5, 1, 2), (1.5, 2, 3)] {
            #expect(PixelGrid(scale: scale).snapped(line, strokeWidth: width).strokeWidth * scale == pixels)
        }
    }

    @Test func `an empty path stays empty`() {
        #expect(PixelGrid(scale: 1).snapped(Path(), strokeWidth: 1).path == Path())
    }
}
