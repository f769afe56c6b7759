import Charts
import Drawing
import Testing
import Typography

@testable import Rendering

/// PDFs of several pages, as programs read them that share no code with Cairo.
@Suite struct PagedDocumentTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try SharedTypesetter.made() }

    private static func pages(_ paper: Paper, typesetter: Typesetter) throws -> PagedDocument {
        let bars = Mark.bar((0..<8).map { $0 }, .horizontal, position: { .name("Größe \($0)") }, value: { Double($0 + 1) })
        let table = TextTable(
            columns: [.init("Größe", isNumber: false), .init("Anzahl", isNumber: true)], rows: (0..<60).map { ["Größe \($0)", "\($0)"] }
        )
        let section = Document.Section("sizes", chart: Chart("Größen (a\\b)", marks: [bars]), table: table)
        let document = Document(
            "Bericht", subtitle: "U1", cards: [Mark.Card(label: "Summe", figure: "12", note: "")], remarks: [],
            sections: [section, section],
            locale: try #require(Locale(identifier: "de"))
        )
        return try document.pages(on: paper, theme: .light, measuring: typesetter)
    }

    private func read(_ tool: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
        String(decoding: try Tool.run(tool, arguments, input: pdf, fileExtension: "pdf"), as: UTF8.self)
    }

    @Test(arguments: [(Paper.a4, "595.276 x 841.89 pts (A4)"), (Paper.letter, "612 x 792 pts (letter)")])
    func `a document is sound on the asked paper, tagged and in its language`(paper: Paper, size: String) throws {
        let pages = try Self.pages(paper, typesetter: typesetter)
        let pdf = try pages.pdf(typesetter: typesetter)
        // Ends with an error when anything is not as the standard says.
        let report = try read("qpdf", ["--check", "{}"], pdf)
        #expect(report.contains("No syntax or stream encoding errors found"))
        let information = try read("pdfinfo", ["{}"], pdf)
        #expect(information.contains("Pages:           \(pages.pages.count)\n"))
        #expect(information.contains("Tagged:          yes"))
        #expect(information.contains(size), "\(information)")
        #expect(try read("qpdf", ["--json", "--json-key=qpdf", "{}"], pdf).contains("de-DE"))
    }

    @Test func `headings, tables and figures are tagged in the order in which they are read`() throws {
        let pdf = try Self.pages(.a4, typesetter: typesetter).pdf(typesetter: typesetter)
        let structure = try read("pdfinfo", ["-struct-text", "{}"], pdf)
        let tags = structure.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.hasPrefix("\"") }
            .map { String($0.prefix { $0.isLetter || $0.isNumber }) }
        #expect(tags.prefix(4) == ["H1", "P", "P", "H2"])
        for tag in ["Figure", "Table", "TR", "TH", "TD"] { #expect(tags.contains(tag)) }
        #expect(structure.contains("\"Größe 7\""))
    }

    @Test func `each figure says what it shows, and what was written before stays where it was`() throws {
        let pages = try Self.pages(.a4, typesetter: typesetter)
        #expect(pages.figures.count == 2)
        let pdf = try pages.pdf(typesetter: typesetter)
        let objects = try read("qpdf", ["--json", "--json-key=qpdf", "{}"], pdf)
        for figure in Set(pages.figures) {
            let text = figure.replacing("\\", with: "\\\\")
            #expect(objects.ranges(of: "\"/Alt\": \"u:\(text)\"").count == 2, "\(text)")
        }
        var plain = pages
        plain.figures = []
        #expect(try pdf.starts(with: plain.pdf(typesetter: typesetter)))
    }

    @Test func `bookmarks lead to the sections`() throws {
        let pdf = try Self.pages(.a4, typesetter: typesetter).pdf(typesetter: typesetter)
        let outlines = try read("qpdf", ["--json", "--json-key=outlines", "{}"], pdf)
        #expect(outlines.matches(of: /"title": "Größen \(a\\\\b\)"/).count == 2)
        #expect(outlines.contains(/"destpageposfrom1": 1/))
    }

    @Test func `equal documents give equal bytes`() throws {
        let pages = try Self.pages(.a4, typesetter: typesetter)
        #expect(try pages.pdf(typesetter: typesetter) == pages.pdf(typesetter: Typesetter()))
    }

    @Test func `no page at all is refused`() {
        let pages = PagedDocument(title: "", summary: "", language: "en", pages: [], bookmarks: [])
        #expect(throws: RenderingError.canvas(width: 0, height: 0, scale: 1)) { try pages.pdf(typesetter: typesetter) }
    }

    @Test func `a document of another make is left as it is`() {
        for text in ["", "no PDF", "startxref\n12\n<< /Type /Catalog >>", "<< /Type /Catalog >> startxref\n3\n"] {
            var document = PDFDocument(Array(text.utf8))
            document.tag(language: "en")
            #expect(document.bytes == Array(text.utf8))
        }
    }
}
