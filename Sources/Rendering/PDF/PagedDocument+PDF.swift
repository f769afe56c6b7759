import CCairo
public import Drawing
public import Typography

extension PagedDocument {
    /// Returns the pages as a PDF with bookmarks, page numbers, tags, embedded fonts and text that can be selected.
    ///
    /// Equal documents give equal bytes.
    ///
    /// - Throws: `RenderingError.canvas` when there is no page, or one that is larger than a bitmap may be.
    public func pdf(typesetter: Typesetter) throws(RenderingError) -> [UInt8] {
        guard let first = pages.first else { throw .canvas(width: 0, height: 0, scale: 1) }
        for page in pages { try page.checkCanvas() }
        let scale = Scene.pointsPerPixel
        let surface = try Surface.pdf(
            width: first.size.width * scale, height: first.size.height * scale, title: title.printable, subject: summary.printable
        )
        for bookmark in bookmarks where pages.indices.contains(bookmark.page) {
            let place = "page=\(bookmark.page + 1) pos=[0 \(bookmark.top * scale)]"
            cairo_pdf_surface_add_outline(
                surface.pointer, CAIRO_PDF_OUTLINE_ROOT, bookmark.title.printable, place, CAIRO_PDF_OUTLINE_FLAG_OPEN
            )
        }
        for (index, page) in pages.enumerated() {
            cairo_pdf_surface_set_size(surface.pointer, page.size.width * scale, page.size.height * scale)
            cairo_pdf_surface_set_page_label(surface.pointer, String(index + 1))
            cairo_save(surface.context)
            cairo_scale(surface.context, scale, scale)
            try surface.draw(page.nodes[...], grid: nil, text: .selectable, typesetter: typesetter)
            cairo_restore(surface.context)
            cairo_show_page(surface.context)
            try surface.check()
        }
        var document = PDFDocument(try surface.finish())
        document.tag(language: language)
        document.describe(figures: figures)
        return document.bytes
    }
}
