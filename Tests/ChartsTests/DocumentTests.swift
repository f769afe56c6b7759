import Charts
import Drawing
import Testing

/// Pages and tall pictures of documents, laid out without a font file.
@Suite struct DocumentTests {
    private static let text = FixedAdvance()

    /// A document whose tables are long and whose names do not fit.
    private static func document(rows: Int = 70, locale: Locale = .americanEnglish) -> Document {
        let names = (0..<rows).map { "\($0) " + String(repeating: "a rather long name ", count: $0 % 5) }
        let table = TextTable(
            columns: [.init("Name", isNumber: false), .init("Category of the thing", isNumber: false)]
                + (0..<5).map { .init("Sum \($0)", isNumber: true) },
            rows: names.map { [$0, "Household and garden"] + (0..<5).map { "$1,234,567.\(10 + $0)" } }
        )
        let bars = Mark.bar((0..<12).map { $0 }, .horizontal, position: { .name("Item \($0)") }, value: { Double($0 + 1) })
        let sections = (0..<4).map { index in
            Document.Section("part-\(index)", chart: Chart("Part \(index)", subtitle: "Times", marks: [bars], locale: locale), table: table)
        }
        let cards = (0..<6).map { Mark.Card(label: "Figure \($0)", figure: "$1,234.50", note: "a note") }
        return Document("A report", subtitle: "U1 · 2024", cards: cards, remarks: ["As before."], sections: sections, locale: locale)
    }

    private static func texts(of nodes: [Scene.Node]) -> [TextRun] {
        nodes.flatMap { node -> [TextRun] in
            switch node {
            case .group(_, let nodes): texts(of: nodes)
            case .shape: []
            case .text(let run): [run]
            }
        }
    }

    private static func groups(_ structure: Scene.Structure, in nodes: [Scene.Node]) -> [Scene.Node] {
        nodes.flatMap { node -> [Scene.Node] in
            guard case .group(let role, let nodes) = node else { return [] }
            return (role == .structure(structure) ? [node] : []) + groups(structure, in: nodes)
        }
    }

    @Test(arguments: Paper.allCases, Locale.supported)
    func `no text leaves its page or meets another, and no chart or row is cut`(paper: Paper, locale: Locale) throws {
        let paged = try Self.document(locale: locale).pages(on: paper, theme: .light, measuring: Self.text)
        #expect(paged.pages.count > 4)
        for page in paged.pages {
            #expect(page.size == paper.size)
            let bounds = Self.texts(of: page.nodes).map { $0.bounds }
            #expect(bounds.allSatisfy { Rect(paper.size).contains($0) })
            let parts = Self.groups(.figure, in: page.nodes) + Self.groups(.row, in: page.nodes)
            // The footer stands below everything.
            let lowest = parts.compactMap { $0.bounds?.bottom }.max() ?? 0
            #expect(lowest < paper.size.height - 60)
            for (index, one) in bounds.enumerated() {
                for other in bounds[(index + 1)...] { #expect(!one.inset(by: 0.5).overlaps(other.inset(by: 0.5))) }
            }
        }
    }

    @Test func `each row is there once, and a table that goes on says its columns again`() throws {
        let paged = try Self.document().pages(on: .a4, theme: .light, measuring: Self.text)
        let rows = paged.pages.flatMap { Self.groups(.row, in: $0.nodes) }
        let (headings, others) = (
            rows.filter { !Self.groups(.columnHeading, in: [$0]).isEmpty }, rows.filter { !Self.groups(.cell, in: [$0]).isEmpty }
        )
        #expect(others.count == 4 * 70)
        #expect(headings.count == paged.pages.reduce(0) { $0 + Self.groups(.table, in: $1.nodes).count })
        #expect(headings.count > 4)
        for page in paged.pages {
            for table in Self.groups(.table, in: page.nodes) {
                guard case .group(_, let nodes) = table else { continue }
                #expect(Self.groups(.columnHeading, in: [nodes[0]]).count == 7)
                // A heading, and two rows at least.
                #expect(Self.groups(.row, in: nodes).count >= 3)
            }
        }
    }

    @Test func `a bookmark names the page and the place of each section`() throws {
        let paged = try Self.document().pages(on: .letter, theme: .light, measuring: Self.text)
        #expect(paged.bookmarks.map(\.title) == ["A report", "Part 0", "Part 1", "Part 2", "Part 3"])
        for bookmark in paged.bookmarks {
            let heading = Self.texts(of: paged.pages[bookmark.page].nodes).first { $0.string == bookmark.title }
            let bounds = try #require(heading).bounds
            #expect(abs(bounds.top - bookmark.top) < 1)
        }
    }

    @Test func `each key figure is a paragraph of its own for those who listen`() throws {
        let page = try #require(try Self.document().pages(on: .a4, theme: .light, measuring: Self.text).pages.first)
        let paragraphs = Self.groups(.paragraph, in: page.nodes).map { Self.texts(of: [$0]).map(\.string) }
        #expect(paragraphs.count { $0.count == 3 && $0[0].hasPrefix("Figure ") && $0[1] == "$1,234.50" } == 6, "\(paragraphs)")
    }

    @Test func `every page says which of how many it is`() throws {
        let paged = try Self.document(locale: try #require(Locale(identifier: "de"))).pages(on: .a4, theme: .light, measuring: Self.text)
        for (index, page) in paged.pages.enumerated() {
            #expect(Self.texts(of: page.nodes).contains { $0.string == "Seite \(index + 1) von \(paged.pages.count)" })
        }
    }

    @Test func `long headings have lines before their table has small type`() throws {
        var document = Self.document(rows: 6)
        let names = (0..<7).map { "Category number \($0) of them" }
        for index in document.sections.indices {
            document.sections[index].table = TextTable(
                columns: [.init("Month", isNumber: false)] + names.map { .init($0, isNumber: true) },
                rows: (0..<6).map { ["Month \($0)"] + names.map { _ in "$1,234.50" } })
        }
        let paged = try document.pages(on: .letter, theme: .light, measuring: Self.text)
        let cells = paged.pages.flatMap { Self.groups(.cell, in: $0.nodes) }.flatMap { Self.texts(of: [$0]) }
        #expect(cells.count == 4 * 6 * 8 && cells.allSatisfy { $0.font.size >= 11 }, "\(Set(cells.map(\.font.size)))")
        let headings = paged.pages.flatMap { Self.groups(.columnHeading, in: $0.nodes) }.flatMap { Self.texts(of: [$0]) }
        #expect(!headings.contains { $0.string.contains("…") })
    }

    @Test func `a table of many rows is cut, and says so, so that pages and pictures are bounded`() throws {
        let paged = try Self.document(rows: 2_000).pages(on: .a4, theme: .light, measuring: Self.text)
        #expect(paged.pages.count < 40)
        #expect(paged.pages.flatMap { Self.texts(of: $0.nodes) }.contains { $0.string == "1,880 more rows are left out." })
        let picture = try Self.document(rows: 2_000).picture(width: 600, theme: .dark, measuring: Self.text)
        #expect(picture.size.width == 600)
        #expect(picture.size.height < 4_500)
    }

    @Test func `right to left, words begin where they end otherwise`() throws {
        func title(_ locale: Locale) throws -> Rect {
            let picture = try Self.document(locale: locale).picture(width: 600, theme: .light, measuring: Self.text)
            return try #require(Self.texts(of: picture.nodes).first { $0.string == "A report" }).bounds
        }
        let (left, right) = (try title(.americanEnglish), try title(try #require(Locale(identifier: "he"))))
        #expect(abs(left.left - (600 - right.right)) < 0.01)
        #expect(right.left > 300)
    }

    @Test func `the words name every figure and what each chart says`() {
        var document = Self.document()
        document.cards[1].change = Mark.Card.Change(text: "+2.3%", direction: .up)
        let summary = document.summary
        #expect(summary.hasPrefix("A report, U1 · 2024\nFigure 0: $1,234.50 (a note)\nFigure 1: $1,234.50 (+2.3%, a note)\n"))
        #expect(summary.contains("Part 3: "))
    }
}
