import Drawing
import Testing

@testable import Rendering

/// Bitmaps in the memory that others had before them.
@Suite struct PixelMemoryTests {
    @Test func `a transparent picture shows nothing of the one drawn before it`() throws {
        let typesetter = try SharedTypesetter.made()
        for size in [(300.0, 200.0), (80, 60), (301, 199)] {
            // The larger one leaves its memory to the smaller one.
            _ = try Scene.chart().png(scale: 2, typesetter: typesetter)
            let empty = try DecodedPNG(Scene.blank(size.0, size.1, background: nil).png(typesetter: typesetter))
            #expect(empty.pixels.allSatisfy { $0 == 0 })
        }
    }

    @Test func `a picture is the same whatever was drawn before it`() throws {
        let typesetter = try SharedTypesetter.made()
        let expected = try Scene.chart(1).png(typesetter: typesetter)
        for number in 2..<6 {
            _ = try Scene.chart(number).png(scale: Double(number), typesetter: typesetter)
            #expect(try Scene.chart(1).png(typesetter: typesetter) == expected)
        }
    }

    @Test(arguments: [0.3, 0.5, 0.9, 1, 1.4, 2.5]) func `paper covers every pixel`(width: Double) throws {
        let color = Color(0x2563EB)
        for scale in [0.7, 1, 2] where width * scale >= 1 {
            let picture = try DecodedPNG(Scene.blank(width, 3.3, background: color).png(scale: scale, typesetter: SharedTypesetter.made()))
            #expect(picture.pixels.allSatisfy { $0 == 0xFF25_63EB })
        }
    }

    @Test func `paper that lets light through is laid on nothing`() throws {
        let glass = Color(red: 255, green: 0, blue: 0, alpha: 128)
        let picture = try DecodedPNG(Scene.blank(8, 8, background: glass).png(typesetter: SharedTypesetter.made()))
        #expect(picture.pixels.allSatisfy { $0 >> 24 == 128 })
    }

    @Test func `what is too large to be kept is not`() {
        #expect(PixelMemory.taken(pixelCount: PixelMemory.keptBytes / 4 + 1, filledWith: 0) == nil)
    }

    @Test func `surfaces that live at once have memory of their own`() throws {
        let clear = try Surface.bitmap(width: 40, height: 40)
        let blue = try Surface.bitmap(width: 40, height: 40, filledWith: Scene.blue)
        let (first, second) = (clear.beginPixelAccess(), blue.beginPixelAccess())
        let pixels = (try #require(first).row(20)[20], try #require(second).row(20)[20])
        #expect(pixels == (0, 0xFF25_63EB))
        clear.endPixelAccess()
        blue.endPixelAccess()
    }
}
