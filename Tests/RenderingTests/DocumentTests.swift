import Drawing
import Foundation
import Hashing
import Testing
import Typography

@testable import Rendering

/// SVG and PDF.
@Suite struct DocumentTests {
    private let typesetter: Typesetter

    init() throws {
        self.typesetter = try SharedTypesetter.made()
    }

    /// The largest mean difference of two renderings that look the same, in 255ths of a channel.
    ///
    /// Renderers smooth edges differently, and a bitmap's bars and baselines stand on whole pixels.
    private static let tolerance = 2.0

    @Test func `an SVG looks like the PNG`() throws {
        let scene = Scene.chart()
        let file = try Tool.run("rsvg-convert", ["{}"], input: scene.svg(typesetter: typesetter), fileExtension: "svg")
        let difference = try DecodedPNG(file).difference(from: DecodedPNG(scene.png(typesetter: typesetter)))
        #expect(difference < Self.tolerance)
    }

    @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF] as [UInt32])
    func `text with a noncharacter, which Cairo refuses, is drawn with a replacement`(number: UInt32) throws {
        let text = "Tea \(Character(try #require(Unicode.Scalar(number)))) for two"
        var scene = Scene.chart()
        (scene.title, scene.summary) = (text, text)
        scene.nodes.append(.text(TextRun(text, at: Point(x: 16, y: 90), font: Font(size: 12), color: Color(red: 0, green: 0, blue: 0))))
        #expect(try !scene.pdf(typesetter: typesetter).isEmpty)
        for svg in [try scene.svg(typesetter: typesetter), try scene.liveSVG()] {
            #expect(!String(decoding: svg, as: UTF8.self).unicodeScalars.contains { $0.value == number })
        }
    }

    @Test func `a PDF looks like the PNG`() throws {
        let scene = Scene.chart()
        let arguments = ["-r", "96", "-png", "-singlefile", "{}"]
        let file = try Tool.run("pdftoppm", arguments, input: scene.pdf(typesetter: typesetter), fileExtension: "pdf")
        let difference = try DecodedPNG(file).difference(from: DecodedPNG(scene.png(typesetter: typesetter)))
        #expect(difference < Self.tolerance)
    }

    @Test func `equal scenes give equal bytes, whatever was drawn in between`() throws {
        let (svg, pdf) = (try Scene.chart().svg(typesetter: typesetter), try Scene.chart().pdf(typesetter: typesetter))
        for number in 0..<50 {
            _ = try Scene.chart(number).svg(typesetter: typesetter)
            _ = try Scene.chart(number).pdf(typesetter: typesetter)
        }
        #expect(try Scene.chart().svg(typesetter: typesetter) == svg)
        #expect(try Scene.chart().pdf(typesetter: typesetter) == pdf)
    }

    @Test func `scenes are equal whichever way an accent is written, and so are their bytes`() throws {
        func scene(_ word: String) -> Scene {
            var scene = Scene.blank(80, 30, [.text(TextRun(word, at: Point(x: 5, y: 20), font: Font(size: 12), color: Scene.ink))])
            (scene.title, scene.summary) = (word, word)
            return scene
        }
        let (one, other) = (scene("Caf\u{E9} \u{1E69}"), scene("Cafe\u{301} s\u{307}\u{323}"))
        #expect(one == other)
        // A typesetter each, so that neither takes the other's glyphs from the cache.
        let (first, second) = (try Typesetter(), try Typesetter())
        #expect(try one.png(typesetter: first) == other.png(typesetter: second))
        #expect(try one.svg(typesetter: first) == other.svg(typesetter: second))
        #expect(try one.pdf(typesetter: first) == other.pdf(typesetter: second))
    }

    @Test func `ids of an SVG are its own, and every reference meets one`() throws {
        var random = SplitMix64(state: 1)
        for _ in 0..<5 {
            let scene = Scene.random(size: Size(width: 200, height: 100), hasBackground: true, using: &random)
            let svg = String(decoding: try scene.svg(typesetter: typesetter), as: UTF8.self)
            let ids = svg.matches(of: /\ id="([^"]+)"/).map(\.1)
            #expect(Set(ids).count == ids.count)
            let references = svg.matches(of: /href="#([^"]+)"|url\(#([^)]+)\)/).compactMap { $0.1 ?? $0.2 }
            #expect(!references.isEmpty)
            #expect(Set(references).isSubset(of: ids))
            #expect(ids.dropFirst(2).contains("glyph1"))
        }
    }

    @Test func `an SVG refers to nothing outside and holds no script`() throws {
        let svg = String(decoding: try Scene.chart().svg(typesetter: typesetter), as: UTF8.self)
        #expect(!svg.contains("<script") && !svg.contains("<image") && !svg.contains("@import"))
        #expect(svg.matches(of: /href="(?!#)/).isEmpty)
        #expect(svg.contains(#"width="400px" height="230px" viewBox="0 0 400 230""#))
    }

    @Test func `title and summary are the words of an SVG, escaped`() throws {
        var scene = Scene.blank(10, 10)
        scene.title = "a < b & \"c\" ]]>\u{0}\u{1B} <\u{301} id=\"x\" (#y)"
        scene.summary = "🧀\nline\u{FFFE}"
        let bytes = try scene.svg(typesetter: typesetter)
        let svg = String(decoding: bytes, as: UTF8.self)
        #expect(svg.contains(#"role="img" aria-labelledby="title desc""#))
        #expect(svg.contains("<title id=\"title\">a &lt; b &amp; &quot;c&quot; ]]&gt; &lt;\u{301} id=&quot;x&quot; (#y)</title>"))
        #expect(svg.contains("<desc id=\"desc\">🧀\nline\u{FFFD}</desc>"))
        #expect(throws: Never.self) { try Tool.run("rsvg-convert", ["{}"], input: bytes, fileExtension: "svg") }
    }

    @Test func `the text of a PDF can be selected, its fonts are in it`() throws {
        let pdf = try Scene.chart().pdf(typesetter: typesetter)
        let text = String(decoding: try Tool.run("pdftotext", ["-layout", "{}", "-"], input: pdf, fileExtension: "pdf"), as: UTF8.self)
        for line in ["Spending 0", "Café & crème, office, AVATAR", "$750", "M3"] { #expect(text.contains(line)) }
        let fonts = String(decoding: try Tool.run("pdffonts", ["{}"], input: pdf, fileExtension: "pdf"), as: UTF8.self)
        let rows = fonts.split(separator: "\n").dropFirst(2)
        #expect(!rows.isEmpty)
        for row in rows { #expect(row.contains("Inter") && row.contains(" yes yes ")) }
    }

    @Test func `a PDF says its title, summary and size, and a date that never changes`() throws {
        var scene = Scene.chart()
        (scene.title, scene.summary) = ("Größe", "In words.")
        let pdf = try scene.pdf(typesetter: typesetter)
        let report = try Tool.run("env", ["TZ=UTC", "pdfinfo", "-isodates", "{}"], input: pdf, fileExtension: "pdf")
        let information = String(decoding: report, as: UTF8.self)
        #expect(information.contains(/Title: +Größe/))
        #expect(information.contains(/Subject: +In words\./))
        #expect(information.contains(/CreationDate: +2000-01-01T00:00:00Z/))
        #expect(information.contains(/Pages: +1\n/))
        #expect(information.contains(/Page size: +300 x 172\.5 pts/))
    }

    @Test func `text of every script and none at all makes documents`() throws {
        for text in ["", "\u{0}\u{1B}[0m", "日本語 🧀 مرحبا", "e\u{301}\u{302}\u{303}", "\u{202E}abc", String(repeating: "long ", count: 2000)]
        {
            let run = TextRun(text, at: Point(x: 5, y: 20), font: Font(size: 12), color: Scene.ink)
            let scene = Scene.blank(100, 30, [.text(run)])
            let svg = try scene.svg(typesetter: typesetter)
            let pdf = try scene.pdf(typesetter: typesetter)
            #expect(throws: Never.self) { try Tool.run("rsvg-convert", ["{}"], input: svg, fileExtension: "svg") }
            #expect(throws: Never.self) { try Tool.run("pdftotext", ["{}", "-"], input: pdf, fileExtension: "pdf") }
        }
    }

    @Test func `a text is found where it first stands`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            // Few letters, so that beginnings that go on otherwise are many.
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 97...98, using: &random) }
            let text = String(
                decoding: (0..<Int.random(in: 1...5, using: &random)).map { _ in UInt8.random(in: 97...98, using: &random) }, as: UTF8.self)
            let start = Int.random(in: 0...bytes.count, using: &random)
            let expected = bytes.indices.first { $0 >= start && bytes[$0...].starts(with: text.utf8) }.map { $0..<($0 + text.utf8.count) }
            #expect(bytes.firstRange(of: text, from: start) == expected, "\(bytes) \(text) \(start)")
        }
        #expect([UInt8]("abc".utf8).firstRange(of: "abcd", from: 0) == nil && [UInt8]().firstRange(of: "a", from: 0) == nil)
    }
}
