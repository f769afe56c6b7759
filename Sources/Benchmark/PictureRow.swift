/// A line of a table of costs.
struct PictureRow {
    static let header = [
        "", "layout", "draw", "encode", "total", "kB", "least work", "total/least", "small", "kB", "lossless", "kB", "Cairo's", "kB",
    ]

    let cells: [String]

    init(_ name: String, _ costs: PictureCosts) {
        cells =
            [
                name, costs.layout.text, costs.draw.text, costs.fast.time.text, costs.total.text, costs.fast.byteCount.kilobytes,
                costs.least.text, (costs.total / costs.least).text,
            ] + [costs.small, costs.lossless, costs.cairo].flatMap { [$0.time.text, $0.byteCount.kilobytes] }
    }
}
