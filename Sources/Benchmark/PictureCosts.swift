import Drawing
import Rendering
import Typography

/// What a picture costs, stage by stage: medians, in milliseconds of one thread.
struct PictureCosts {
    struct File {
        var time: Double
        var byteCount: Int
    }

    let layout: Double
    let draw: Double
    /// By the encoder as it answers requests.
    let fast: File
    /// By the encoder as it writes files that are kept.
    let small: File
    /// The same pixels, exactly.
    let lossless: File
    /// The same pixels by Cairo's own encoder.
    let cairo: File
    /// What `LeastWork` takes for the same picture.
    let least: Double

    var total: Double { layout + draw + fast.time }

    init(scale: Double, runs: Int = 101, typesetter: Typesetter, scene: () throws -> Scene) throws {
        var (layouts, draws, bounds) = (Samples(), Samples(), Samples())
        var (fast, small, lossless, cairo) = (FileSamples(), FileSamples(), FileSamples(), FileSamples())
        for run in 0..<runs {
            let scene = try layouts.measure(scene)
            let bitmap = try draws.measure { () throws(RenderingError) in try scene.rasterized(scale: scale, typesetter: typesetter) }
            try fast.measure { () throws(RenderingError) in try bitmap.png() }
            // The rest is slower or of less interest, and fewer runs tell enough.
            guard run % 10 == 0 else { continue }
            try small.measure { () throws(RenderingError) in try bitmap.png(PNGEncoder(effort: .small)) }
            try lossless.measure { () throws(RenderingError) in try bitmap.png(PNGEncoder(quality: .lossless)) }
            try cairo.measure { () throws(RenderingError) in try bitmap.pngOfCairo() }
            var work = try LeastWork(for: bitmap)
            for _ in 0..<3 { _ = try bounds.measure { () throws(RenderingError) in try work.run() } }
        }
        (layout, draw, least) = (layouts.median, draws.median, bounds.median)
        (self.fast, self.small, self.lossless, self.cairo) = (fast.median, small.median, lossless.median, cairo.median)
    }
}

/// The times and the size of files made of one picture.
private struct FileSamples {
    private var samples = Samples()
    private var byteCount = 0

    mutating func measure<Failure: Error>(_ encode: () throws(Failure) -> [UInt8]) throws(Failure) {
        byteCount = try samples.measure(encode).count
    }

    var median: PictureCosts.File { PictureCosts.File(time: samples.median, byteCount: byteCount) }
}
