import CDeflate

/// Writes PNG files (W3C Portable Network Graphics, third edition).
///
///     let file = try bitmap.png(PNGEncoder(effort: .small))
public struct PNGEncoder: Sendable {
    public var quality: Quality
    public var effort: Effort

    /// What may be lost.
    public enum Quality: Hashable, Sendable {
        /// A palette of 256 colors where they can stand for all of them without a difference that can be seen: areas keep their
        /// exact color, and smoothed edges are off by at most 8 of 255, one pixel of a thousand by at most 32. A third of the bytes.
        case standard
        /// Nothing.
        case lossless
    }

    /// What is traded for bytes.
    public enum Effort: Hashable, Sendable {
        /// For an answer on demand.
        case fast
        /// For a file that is kept or sent: fewer bytes, for several times the time.
        case small
    }

    public init(quality: Quality = .standard, effort: Effort = .fast) {
        self.quality = quality
        self.effort = effort
    }

    /// The words and the resolution that go with a picture.
    struct Description {
        var title: String
        var summary: String
        /// In pixels to the CSS pixel, 96 of which make an inch.
        var scale: Double
        /// What is there for programs.
        var metadata = ""
    }

    /// Pixels as Cairo keeps them: 32 bits in the machine's order, alpha, red, green, blue, premultiplied.
    struct Raster {
        var pixels: UnsafePointer<UInt8>
        var bytesPerRow: Int
        var width: Int
        var height: Int
    }

    func encode(_ raster: Raster, _ description: Description) throws(RenderingError) -> [UInt8] {
        try PNGWorkspace.use { workspace throws(RenderingError) in
            let palette = quality == .standard && workspace.histogram.take(of: raster) ? Palette(of: workspace.histogram) : nil
            let colorType: ColorType = palette != nil ? .indexed : raster.isOpaque ? .rgb : .rgba
            if let palette {
                workspace.histogram.writeRows(to: &workspace.rows, width: raster.width, height: raster.height, indices: palette.indices)
            } else {
                raster.writeRows(to: &workspace.rows, hasAlpha: colorType == .rgba)
            }
            let rows = UnsafeRawBufferPointer(workspace.rows.bytes)
            let data =
                if effort == .fast, palette != nil {
                    workspace.deflater.zlibStream(of: rows, rowLength: raster.width + 1)
                } else {
                    try workspace.compressor(level: level).zlibStream(of: rows)
                }
            let compressor = try workspace.compressor(level: 9)
            let texts = try [
                ("Title", description.title), ("Description", description.summary), (PictureFile.keyword, description.metadata),
            ].map { keyword, text throws(RenderingError) in try Text(keyword, text, compressor) }
            return file(raster, texts, scale: description.scale, colorType, palette, data)
        }
    }

    /// libdeflate's level. Level 9 saves 3 to 11 % of what `RowDeflater` makes of a palette, for ten times its time; level 12
    /// another 8 % for 20 times that. For exact colors, level 6 is where smaller begins to cost much more time.
    private var level: Int {
        switch effort {
        case .fast: 6
        case .small: 9
        }
    }

    private enum ColorType: UInt8 { case rgb = 2, indexed = 3, rgba = 6 }

    /// A text of the file as it is, and deflated.
    private struct Text {
        let keyword: String
        let bytes: [UInt8]
        let stream: [UInt8]

        init(_ keyword: String, _ text: String, _ compressor: Compressor) throws(RenderingError) {
            self.keyword = keyword
            bytes = Array(text.utf8)
            stream = try bytes.withUnsafeBufferPointer { bytes throws(RenderingError) in
                bytes.isEmpty ? [] : try compressor.zlibStream(of: UnsafeRawBufferPointer(bytes))
            }
        }
    }

    private func file(
        _ raster: Raster, _ texts: [Text], scale: Double, _ colorType: ColorType, _ palette: Palette?, _ data: [UInt8]
    ) -> [UInt8] {
        // The words, and 1,500 bytes for a palette and what stands between chunks.
        let words = texts.reduce(0) { $0 + min($1.bytes.count, $1.stream.count) }
        var file = PNGFile(capacity: data.count + words + 1_500)
        file.chunk("IHDR") { bytes in
            bytes.append(bigEndian: UInt32(raster.width))
            bytes.append(bigEndian: UInt32(raster.height))
            bytes += [8, colorType.rawValue, 0, 0, 0]
        }
        file.chunk("pHYs") { bytes in
            let pixelsPerMeter = UInt32((scale * 96 / 0.0254).rounded())
            bytes.append(bigEndian: pixelsPerMeter)
            bytes.append(bigEndian: pixelsPerMeter)
            bytes.append(1)
        }
        for text in texts { file.text(text.bytes, deflated: text.stream, keyword: text.keyword) }
        if let palette { file.palette(palette) }
        file.chunk("IDAT") { $0 += data }
        file.chunk("IEND") { _ in }
        return file.bytes
    }
}
