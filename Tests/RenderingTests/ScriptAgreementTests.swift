import Drawing
import Foundation
import Testing
import Typography

@testable import Rendering

/// Text of many scripts in all forms of a picture.
@Suite struct ScriptAgreementTests {
    private static let words = [
        "Crème 12,5 €", "Ψωμί", "Молоко", "مرحبا بالعالم", "חלב ולחם", "विद्यार्थी", "กำลัง", "Milk חלב (3%) 12", "لحم 12 kg", "茶 q\u{308}",
    ]

    private static func scene(_ words: [String]) -> Scene {
        Scene.blank(
            240, Double(words.count) * 30 + 10,
            words.enumerated().map { row, word in
                .text(TextRun(word, at: Point(x: 10, y: Double(row) * 30 + 28), font: Font(size: 20), color: Scene.ink))
            }
        )
    }

    /// Returns the largest mean difference of a word's line between the PNG and what `tool` makes of a document.
    private func difference(_ tool: String, _ arguments: [String], _ document: (Scene, Typesetter) throws -> [UInt8]) throws -> Double {
        let typesetter = try SharedTypesetter.made()
        return try Self.words.map { word in
            let scene = Self.scene([word])
            let file = try Tool.run(tool, arguments, input: document(scene, typesetter), fileExtension: "document")
            return try DecodedPNG(file).difference(from: DecodedPNG(scene.png(typesetter: typesetter)))
        }.max() ?? .infinity
    }

    @Test func `every script looks the same in an SVG and in a PDF as in a PNG`() throws {
        #expect(try difference("rsvg-convert", ["{}"]) { try $0.svg(typesetter: $1) } < 4)
        #expect(try difference("pdftoppm", ["-r", "96", "-png", "-singlefile", "{}"]) { try $0.pdf(typesetter: $1) } < 4)
    }

    @Test func `words of every script can be selected in a PDF`() throws {
        let pdf = try Self.scene(Self.words).pdf(typesetter: SharedTypesetter.made())
        let text = String(decoding: try Tool.run("pdftotext", ["{}", "-"], input: pdf, fileExtension: "pdf"), as: UTF8.self)
        for word in ["Crème 12,5 €", "Ψωμί", "Молоко", "مرحبا بالعالم", "חלב ולחם", "विद्यार्थी", "กำลัง", "茶"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")))
    func `emoji are in color in every form, and equal scenes give equal bytes`() throws {
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
        let scene = Self.scene(["🍎🍎 apples"])
        let png = try DecodedPNG(scene.png(typesetter: typesetter))
        let (svg, pdf) = (try scene.svg(typesetter: typesetter), try scene.pdf(typesetter: typesetter))
        #expect(try svg == scene.svg(typesetter: typesetter))
        #expect(try pdf == scene.pdf(typesetter: typesetter))
        let fromSVG = try DecodedPNG(Tool.run("rsvg-convert", ["{}"], input: svg, fileExtension: "svg"))
        let fromPDF = try DecodedPNG(Tool.run("pdftoppm", ["-r", "96", "-png", "-singlefile", "{}"], input: pdf, fileExtension: "pdf"))
        #expect(png.difference(from: fromSVG) < 4)
        #expect(png.difference(from: fromPDF) < 4)
        #expect(!String(decoding: svg, as: UTF8.self).contains(/href="(?!#|data:)/))
    }
}
