import CCairo
import Drawing

/// What Cairo draws on, and the pen that draws.
///
/// A surface cannot be copied: it is made, drawn on and finished in one place,
/// which keeps Cairo's unsynchronized state out of `Sendable` code.
struct Surface: ~Copyable {
    let pointer: OpaquePointer
    let context: OpaquePointer
    private let sink: Sink
    /// Where the pixels are, if Cairo did not get them itself.
    private let memory: PixelMemory?

    private init(_ pointer: OpaquePointer, sink: Sink = Sink(), memory: PixelMemory? = nil) throws(RenderingError) {
        self.pointer = pointer
        self.context = cairo_create(pointer)
        self.sink = sink
        self.memory = memory
        // Glyphs as the font draws them, the same at every scale: neither bent to pixels nor set on whole ones.
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        try check()
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(pointer)
        memory?.giveBack()
    }

    /// Makes a bitmap of one color; a transparent one for nil.
    static func bitmap(width: Int, height: Int, filledWith color: Color? = nil) throws(RenderingError) -> Surface {
        let pixel = color.map { PixelPaint($0).pixel } ?? 0
        guard let memory = PixelMemory.taken(pixelCount: width * height, filledWith: pixel) else {
            // So many pixels that fresh memory from the system, which is zero already, is faster than clearing it.
            let surface = try Surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)))
            if let color { surface.paint(color) }
            return surface
        }
        // Rows of 32-bit pixels are aligned as Cairo wants them whatever their number.
        let pointer: OpaquePointer = cairo_image_surface_create_for_data(
            memory.address, CAIRO_FORMAT_ARGB32, Int32(width), Int32(height), Int32(width * MemoryLayout<UInt32>.stride)
        )
        return try Surface(pointer, memory: memory)
    }

    /// Makes a document of one page, its size in PostScript points, 72 to the inch.
    static func pdf(width: Double, height: Double, title: String, subject: String, keywords: String = "") throws(RenderingError) -> Surface
    {
        let sink = Sink()
        let pointer: OpaquePointer = cairo_pdf_surface_create_for_stream(write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        let surface = try Surface(pointer, sink: sink)
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_SUBJECT, subject)
        if !keywords.isEmpty { cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_KEYWORDS, keywords) }
        // A fixed date: it is all that would make two renderings of one scene differ.
        cairo_pdf_surface_set_metadata(pointer, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
        return surface
    }

    /// Makes an SVG document, its size in CSS pixels.
    static func svg(width: Double, height: Double) throws(RenderingError) -> Surface {
        let sink = Sink()
        let pointer: OpaquePointer = cairo_svg_surface_create_for_stream(write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        let surface = try Surface(pointer, sink: sink)
        cairo_svg_surface_set_document_unit(pointer, CAIRO_SVG_UNIT_PX)
        return surface
    }

    /// Ends a document and returns its bytes.
    consuming func finish() throws(RenderingError) -> [UInt8] {
        try check()
        cairo_surface_finish(pointer)
        try check()
        return sink.bytes
    }

    /// Throws what went wrong since the surface was made, since Cairo remembers the first failure and then draws nothing.
    func check() throws(RenderingError) {
        for status in [cairo_surface_status(pointer), cairo_status(context)] where status != CAIRO_STATUS_SUCCESS {
            throw .drawing(String(cString: cairo_status_to_string(status)))
        }
    }
}

/// Collects what Cairo writes.
private final class Sink {
    var bytes: [UInt8] = []
}

private func write(_ sink: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ count: UInt32) -> cairo_status_t {
    guard let sink else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
}
