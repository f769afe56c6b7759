import Charts
import Drawing
import Rendering
import Typography

/// What the articles of the modules of pictures show, as code that runs.
enum Pictures {
    static func drawing() -> Rect? {
        let ruler = FixedAdvance()
        let label = TextRun("Dairy", at: Point(x: 10, y: 20), font: Font(size: 12), color: Color(0x1F2937), measuring: ruler)
        let bar = Path(Rect(left: 10, top: 30, right: 110, bottom: 50), rounding: .right, radius: 2)
        let scene = Scene(
            size: Size(width: 120, height: 60), title: "Dairy", summary: "Dairy: $12",
            nodes: [.text(label), .shape(bar, fill: Color(0x2563EB), stroke: nil)]
        )
        let bounds = scene.nodes.bounds
        return bounds
    }

    static func charts() throws -> Scene {
        let months = [812.4, 640, 701.5]
        let chart = Chart(
            "Spending by month", y: Axis("spent", format: .currency(.usDollar)),
            marks: [.bar(Array(months.enumerated()), position: { .month(year: 2024, month: $0.offset + 1) }, value: \.element)]
        )
        let scene = try chart.scene(size: Size(width: 800, height: 400), theme: .light, measuring: FixedAdvance())
        return scene
    }

    static func typography() throws -> Double {
        let typesetter = try Typesetter(fontFolders: Typesetter.debianFontFolders)
        let width = typesetter.width(of: "Dairy", in: Font(size: 12))
        return width
    }

    static func rendering(_ scene: Scene, _ typesetter: Typesetter) throws -> (title: String?, svg: [UInt8], pdf: [UInt8]) {
        let png = try scene.png(scale: 2, typesetter: typesetter)
        let svg = try scene.svg(typesetter: typesetter)
        let pdf = try scene.pdf(typesetter: typesetter)
        let title = PictureFile(png)?.title
        return (title, svg, pdf)
    }
}
