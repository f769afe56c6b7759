import Drawing
import Rendering
import Typography

/// What a picture costs, stage by stage: medians, in milliseconds of one thread.
struct PictureCosts {
    let layout: Double
    let draw: Double
    let encode: Double
    let byteCount: Int
    /// The same pixels through Cairo's own encoder.
    let cairo: (time: Double, byteCount: Int)

    var total: Double { layout + draw + encode }

    init(scale: Double, runs: Int = 101, typesetter: Typesetter, scene: () throws -> Scene) throws {
        var (layouts, draws, encodings, cairos) = (Samples(), Samples(), Samples(), Samples())
        var (byteCount, cairoByteCount) = (0, 0)
        for run in 0..<runs {
            let scene = try layouts.measure(scene)
            let bitmap = try draws.measure { () throws(RenderingError) in try scene.rasterized(scale: scale, typesetter: typesetter) }
            byteCount = try encodings.measure { () throws(RenderingError) in try bitmap.png() }.count
            // It is slow, and a few runs tell enough.
            if run % 10 == 0 { cairoByteCount = try cairos.measure { () throws(RenderingError) in try bitmap.pngOfCairo() }.count }
        }
        (layout, draw, encode) = (layouts.median, draws.median, encodings.median)
        self.byteCount = byteCount
        cairo = (cairos.median, cairoByteCount)
    }
}
