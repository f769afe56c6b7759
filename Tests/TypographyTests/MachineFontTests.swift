import Drawing
import Foundation
import Synchronization
import Testing

@testable import Typography

/// Fonts that are not part of the program, and what happens without them.
@Suite struct MachineFontTests {
    private let font = Font(size: 12)
    /// Whether the machine has the fonts that the container image installs.
    private static let hasEmoji = FileManager.default.fileExists(atPath: "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
    private static let hasCJK = FileManager.default.fileExists(atPath: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")

    @Test func `without a folder no font of the machine is used`() throws {
        #expect(try Typesetter().machineFonts == [])
        #expect(try Typesetter(fontFolders: ["/nowhere", "/dev/null"]).machineFonts == [])
    }

    @Test func `what no font has is a box for each character, all equally wide`() throws {
        let typesetter = try Typesetter()
        let width = typesetter.width(of: "茶", in: font)
        #expect(width > 0.4 * font.size)
        for text in ["日", "한", "👩‍👩‍👧‍👦", "🇩🇪", "𒀀"] { #expect(typesetter.width(of: text, in: font) == width) }
        #expect(abs(typesetter.width(of: "日本語", in: font) - 3 * width) < 1e-9)
        let run = try #require(typesetter.shape("茶", in: font).runs.first)
        let mask = try #require(typesetter.masks(of: run, pixelSize: 24, left: 0, baseline: 0)?.first).mask
        #expect(mask.coverage.contains { $0 > 200 })
        #expect(run.clusters == [ShapedText.Cluster(byteCount: 3, glyphCount: 1)])
    }

    @Test func `what no font has is counted once for each text and reported once for each character`() throws {
        let reported = Mutex<[Character]>([])
        let typesetter = try Typesetter { character in reported.withLock { $0.append(character) } }
        #expect(typesetter.missingGlyphCount == 0)
        for size in [12.0, 24] { _ = typesetter.shape("茶 tea 茶 🧀", in: Font(size: size)) }
        #expect(typesetter.missingGlyphCount == 3)
        _ = typesetter.shape("茶", in: font)
        #expect(typesetter.missingGlyphCount == 4)
        #expect(reported.withLock { $0 } == ["茶", "🧀"])
        _ = typesetter.shape("Tea \u{200B}\u{FE0F}\u{200D}\u{2060}", in: font)
        #expect(typesetter.missingGlyphCount == 4)
    }

    @Test func `of more than a thousand missing characters the rest is only counted`() throws {
        let reports = Mutex(0)
        let typesetter = try Typesetter { _ in reports.withLock { $0 += 1 } }
        for start in stride(from: UInt32(0x4E00), to: 0x4E00 + 1500, by: 100) {
            let scalars = (start..<start + 100).compactMap(Unicode.Scalar.init)
            _ = typesetter.shape(String(String.UnicodeScalarView(scalars)), in: font)
        }
        #expect(typesetter.missingGlyphCount == 1500)
        #expect(reports.withLock { $0 } == MissingCharacters.reportLimit)
    }

    @Test func `a file that is no font stops the start and is named`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("NotoColorEmoji.ttf")
        for content in ["", "no font"] {
            try Data(content.utf8).write(to: file)
            let error = try #require(throws: TypographyError.self) { try Typesetter(fontFolders: [folder.path]) }
            #expect(error.description.contains(file.path))
        }
    }

    @Test func `fonts of the machine change nothing of what the bundled ones have`() throws {
        // Inter under the name of a font that has Latin letters too.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let inter = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../fonts/Inter-Regular.otf").standardized
        let file = folder.appendingPathComponent("DejaVuSans.ttf")
        try FileManager.default.copyItem(at: inter, to: file)
        let (plain, rich) = (try Typesetter(), try Typesetter(fontFolders: ["/nowhere", folder.path]))
        #expect(rich.machineFonts == [file.path])
        for text in ["Dairy 12", "Ελλάδα Україна", "لحم", "שלום", "हिन्दी", "ที่นี่", "q\u{308}", "→ ½ €"] {
            #expect(plain.shape(text, in: font).runs.map(\.glyphs) == rich.shape(text, in: font).runs.map(\.glyphs))
        }
    }

    @Test(.enabled(if: hasCJK)) func `chinese, japanese and korean are shown, each in its own forms`() throws {
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
        func glyphs(_ text: String) -> [UInt32] { typesetter.shape(text, in: font).runs.flatMap(\.glyphs).map(\.id) }
        #expect(glyphs("骨")[0] != glyphs("骨の")[0])
        _ = ["日本語カナ", "简体中文", "繁體", "한국어"].map(glyphs)
        #expect(typesetter.missingGlyphCount == 0)
    }

    @Test(.enabled(if: hasEmoji)) func `a selector chooses between a picture and a sign`() throws {
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
        func isPicture(_ text: String) -> Bool { typesetter.shape(text, in: font).runs.contains { $0.face.isColored } }
        #expect(isPicture("▶\u{FE0F}") && isPicture("⭐"))
        #expect(!isPicture("☆") && !isPicture("12") && !isPicture("©"))
    }

    @Test(.enabled(if: hasEmoji), arguments: ["🥛", "👩‍👩‍👧‍👦", "🇩🇪", "👍🏽", "1️⃣", "❤️"])
    func `an emoji of whatever many scalars is one picture, a little larger than a letter`(_ emoji: String) throws {
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
        let shaped = typesetter.shape("a\(emoji)b", in: font)
        #expect(shaped.runs.map(\.text) == ["a", emoji, "b"])
        #expect(shaped.runs[1].face.isColored)
        #expect(shaped.runs[1].glyphs.count == 1)
        #expect((1...1.4).contains(shaped.runs[1].advance))
        #expect(typesetter.masks(of: shaped.runs[1], pixelSize: 12, left: 0, baseline: 0) == nil)
        #expect(typesetter.missingGlyphCount == 0)
    }
}
