import CDeflate
import Charts
import Drawing
import Foundation
import GalleryCharts
import Testing
import Typography

@testable import Rendering

/// Every chart of the gallery in both themes, as programs read it that have nothing in common with this one.
@Suite struct GalleryReaderTests {
    private static let shapes = [(100, 80, 3.0), (320, 200, 1.5), (481, 303, 1), (600, 300, 2), (800, 400, 1)].map {
        (size: Size(width: $0.0, height: $0.1), scale: $0.2)
    }

    /// A file, and a checksum of the pixels that Cairo reads in it.
    private struct Entry {
        let name: String
        let file: [UInt8]
        let checksum: UInt32

        init(_ name: String, _ file: [UInt8]) throws {
            self.name = name
            self.file = file
            checksum = try DecodedPNG(file).pixels.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
        }
    }

    private static func entries(_ theme: Theme, _ choose: (_ chart: Int, _ shape: Int) -> Bool) throws -> [Entry] {
        let typesetter = try SharedTypesetter.made()
        return try GalleryChart.all.enumerated().flatMap { chart, entry in
            try shapes.enumerated().compactMap { index, shape in
                guard choose(chart, index) else { return nil }
                let scene = try entry.chart.scene(size: shape.size, theme: theme, measuring: typesetter)
                return try Entry("\(entry) at \(shape)", scene.png(scale: shape.scale, typesetter: typesetter))
            }
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `Python's standard library reads what Cairo reads`(_ theme: Theme) throws {
        // Each chart in one of the sizes, and another one than in Chromium, since Python takes a second for three million pixels.
        let entries = try Self.entries(theme) { chart, shape in (chart + 2) % Self.shapes.count == shape }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = entries.indices.map { folder.appendingPathComponent("\($0).png") }
        for (entry, path) in zip(entries, paths) { try Data(entry.file).write(to: path) }
        let script = try Array(Data(contentsOf: Self.reader("decode_png.py")))
        try expect(entries, Tool.run("python3", ["{}"] + paths.map(\.path), input: script, fileExtension: "py"))
    }

    @Test(arguments: [Theme.light, .dark])
    func `Chromium shows what Cairo reads`(_ theme: Theme) throws {
        // Each chart in one of the sizes, since a browser takes its time.
        let entries = try Self.entries(theme) { chart, shape in chart % Self.shapes.count == shape }
        let pictures = entries.map { "<img src=\"data:image/png;base64,\(Data($0.file).base64EncodedString())\">" }.joined(separator: "\n")
        let page = try String(contentsOf: Self.reader("decode_png.html"), encoding: .utf8).replacing("<!--pictures-->", with: pictures)
        let options = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--dump-dom",
        ]
        let output = try Tool.run("chromium", options + ["{}"], input: Array(page.utf8), fileExtension: "html")
        let text = String(decoding: output, as: UTF8.self)
        let start = try #require(text.firstRange(of: "<pre>")?.upperBound)
        try expect(entries, Array(text[start...].prefix { $0 != "<" }.utf8))
    }

    @Test(arguments: [Theme.light, .dark])
    func `a lossless file has the very pixels of Cairo's own`(_ theme: Theme) throws {
        let typesetter = try SharedTypesetter.made()
        for (index, entry) in GalleryChart.all.enumerated() {
            let shape = Self.shapes[index % Self.shapes.count]
            let scene = try entry.chart.scene(size: shape.size, theme: theme, measuring: typesetter)
            let bitmap = try scene.rasterized(scale: shape.scale, typesetter: typesetter)
            let (ours, cairos) = (try bitmap.png(PNGEncoder(quality: .lossless)), try bitmap.pngOfCairo())
            #expect(try DecodedPNG(ours) == DecodedPNG(cairos), "\(entry)")
        }
    }

    private func expect(_ entries: [Entry], _ output: [UInt8]) throws {
        let checksums = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { UInt32($0) }
        try #require(checksums.count == entries.count)
        for (entry, checksum) in zip(entries, checksums) { #expect(entry.checksum == checksum, "\(entry.name)") }
    }

    private static func reader(_ name: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Readers/\(name)")
    }
}
