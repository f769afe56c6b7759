import CCairo
import Drawing
import Hashing
import Testing
import Typography

@testable import Rendering

/// Lines that are drawn without Cairo.
@Suite struct PixelLineTests {
    private static let size = Size(width: 120, height: 90)

    private func drawn(_ points: [Point], _ stroke: Stroke, scale: Double = 1) throws -> DecodedPNG {
        let scene = Scene.blank(Self.size.width, Self.size.height, [.shape(Path(through: points), fill: nil, stroke: stroke)])
        let bitmap = try scene.rasterized(scale: scale, typesetter: SharedTypesetter.made())
        return DecodedPNG(bitmap.surface.pointer)
    }

    /// The same line, stroked by Cairo.
    private func drawnByCairo(_ points: [Point], _ stroke: Stroke, scale: Double) throws -> DecodedPNG {
        let scene = Scene.blank(Self.size.width, Self.size.height)
        let bitmap = try scene.rasterized(scale: scale, typesetter: SharedTypesetter.made())
        let context = bitmap.surface.context
        for point in points { cairo_line_to(context, point.x, point.y) }
        cairo_set_line_width(context, stroke.width)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        let color = stroke.color
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, Double(color.alpha) / 255
        )
        cairo_stroke(context)
        return DecodedPNG(bitmap.surface.pointer)
    }

    private static func randomPoints(_ count: Int, using random: inout SplitMix64) -> [Point] {
        (0..<count).map { _ in Point(x: .random(in: -60...180, using: &random), y: .random(in: -60...150, using: &random)) }
    }

    @Test(arguments: [0.5, 1, 2, 3.3], [1.0, 2, 3.5])
    func `a line covers what Cairo's covers, up to a shade at its border`(_ width: Double, _ scale: Double) throws {
        var random = SplitMix64(state: UInt64(width * 10) << 8 | UInt64(scale * 10))
        for count in [2, 2, 3, 7] {
            let points = Self.randomPoints(count, using: &random)
            let stroke = Stroke(Color(red: 20, green: 90, blue: 200, alpha: count == 7 ? 120 : 255), width: width)
            let (ours, cairos) = (try drawn(points, stroke, scale: scale), try drawnByCairo(points, stroke, scale: scale))
            let difference = PictureDifference(ours, from: cairos)
            // A step from one pixel to the next is softer or harder by an eighth, depending on its direction.
            #expect(difference.largest <= 48, "\(difference)")
            #expect(ours.difference(from: cairos) < 0.6)
        }
    }

    @Test func `where a line crosses or retraces itself it is as dark as elsewhere`() throws {
        let points = [Point(x: 10, y: 10), Point(x: 100, y: 70), Point(x: 100, y: 20), Point(x: 20, y: 80), Point(x: 100, y: 20)]
        let picture = try drawn(points, Stroke(Color(red: 0, green: 0, blue: 0, alpha: 128), width: 3))
        #expect(picture.pixels.map { $0 & 0xFF }.min() == 127)
    }

    @Test func `a line turned round is the same line, and so is one with points in between`() throws {
        let points = [Point(x: 8, y: 80), Point(x: 40, y: 10), Point(x: 104, y: 70)]
        let stroke = Stroke(Scene.blue, width: 2)
        let picture = try drawn(points, stroke)
        #expect(PictureDifference(try drawn(points.reversed(), stroke), from: picture).largest <= 1)
        let halfway = [points[0], Point(x: 24, y: 45), points[1], points[1], Point(x: 72, y: 40), points[2]]
        #expect(PictureDifference(try drawn(halfway, stroke), from: picture).largest <= 1)
    }

    @Test func `a line reaches as far as coordinates do, and none is drawn outside`() throws {
        let far = Surface.farthest
        let stroke = Stroke(Scene.ink, width: 2)
        let across = try drawn([Point(x: -far, y: -far), Point(x: far, y: far)], stroke)
        #expect((0..<90).allSatisfy { across[$0, $0] == 0xFF1F_2937 })
        let outside = try drawn([Point(x: -far, y: 200), Point(x: far, y: 201), Point(x: far, y: -5)], stroke)
        #expect(outside.pixels.allSatisfy { $0 == 0xFFFF_FFFF })
    }
}
