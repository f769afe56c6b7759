/// A line of a table of costs.
struct PictureRow {
    static let header = ["", "layout", "draw", "encode", "total", "kB", "Cairo's", "kB", "total with Cairo's"]

    let cells: [String]

    init(_ name: String, _ costs: PictureCosts) {
        cells = [
            name, costs.layout.text, costs.draw.text, costs.encode.text, costs.total.text, costs.byteCount.kilobytes,
            costs.cairo.time.text, costs.cairo.byteCount.kilobytes, ((costs.layout + costs.draw + costs.cairo.time) / costs.total).times,
        ]
    }
}
