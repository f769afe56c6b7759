import Charts
import Drawing
import Foundation
import GalleryCharts
import Rendering
import Typography

// Writes one page of every gallery chart, in all sizes and both themes, to be looked at:
//
//     swift run gallery FOLDER [PREFIX]
//
// With a prefix only those whose names begin with it.

let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".gallery", directoryHint: .isDirectory)
let prefix = CommandLine.arguments.dropFirst(2).first ?? ""
let sizes = [(100, 80), (320, 200), (375, 250), (600, 300), (800, 400)].map { Size(width: $0.0, height: $0.1) }
let themes: [(name: String, theme: Theme)] = [("light", .light), ("dark", .dark)]

try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
var html = """
    <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
    <style>body{font:14px sans-serif;background:#888;margin:16px}h2{margin:24px 0 8px}img{margin:0 6px 6px 0;vertical-align:top}</style>

    """
for entry in GalleryChart.all where entry.name.hasPrefix(prefix) {
    html += "<h2 id=\"\(entry.name)\">\(entry.name)</h2>\n"
    for (themeName, theme) in themes {
        for size in sizes {
            let scene = try entry.chart.scene(size: size, theme: theme, measuring: typesetter)
            let name = "\(entry.name)-\(Int(size.width))x\(Int(size.height))-\(themeName)"
            try Data(scene.png(scale: 2, typesetter: typesetter)).write(to: folder.appending(path: "\(name).png"))
            html += "<img src=\"\(name).png\" width=\"\(Int(size.width))\" height=\"\(Int(size.height))\" alt=\"\(name)\">"
        }
        let svg = try entry.chart.scene(size: Size(width: 600, height: 300), theme: theme, measuring: typesetter).svg(
            typesetter: typesetter)
        try Data(svg).write(to: folder.appending(path: "\(entry.name)-\(themeName).svg"))
        html += "<img src=\"\(entry.name)-\(themeName).svg\" width=\"600\" height=\"300\" alt=\"\(entry.name) as SVG\"><br>\n"
    }
}
try Data(html.utf8).write(to: folder.appending(path: "index.html"))
print("\(GalleryChart.all.count) charts in \(folder.appending(path: "index.html").path(percentEncoded: false))")
