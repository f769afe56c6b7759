import Charts
import Drawing
import Rendering
import Typography

// A chart in ten lines, as a PNG, an SVG and a PDF.
let sold = [("Jan", 120.0), ("Feb", 140), ("Mar", 90)]
let chart = Chart(
    "Sold by month", y: Axis("units"),
    marks: [.bar(sold, position: { .name($0.0) }, value: { $0.1 }), .rule(y: 100, label: "Target")])
let typesetter = try Typesetter()
let scene = try chart.scene(size: Size(width: 640, height: 320), theme: .light, measuring: typesetter)
let files = try [
    ("PNG", scene.png(scale: 2, typesetter: typesetter)), ("SVG", scene.svg(typesetter: typesetter)),
    ("PDF", scene.pdf(typesetter: typesetter)),
]

// What makes it a test: each file is what it is called, and the chart says in words what it shows.
let starts: [String: [UInt8]] = ["PNG": [0x89, 0x50, 0x4E, 0x47], "SVG": Array("<".utf8), "PDF": Array("%PDF".utf8)]
for (name, bytes) in files {
    guard let start = starts[name], bytes.starts(with: start) else { fatalError("\(name) is something else") }
    print("\(name): \(bytes.count) bytes")
}
guard chart.message == "Sold by month: 350 units in all; highest Feb 140, lowest Mar 90." else { fatalError(chart.message) }
print(chart.message)
