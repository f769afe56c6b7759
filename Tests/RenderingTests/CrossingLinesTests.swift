import Charts
import Drawing
import GalleryCharts
import Rendering
import Testing
import Typography

/// Pictures with more shades than 256 entries can stand for one by one.
@Suite struct CrossingLinesTests {
    @Test(arguments: [("lines-ten", 1.0), ("lines-ten", 2), ("areas-stacked", 2), ("bars-stacked", 2)])
    func `a chart of many lines or parts has a palette`(name: String, scale: Double) throws {
        let entry = try #require(GalleryChart.all.first { $0.name == name })
        let typesetter = try Typesetter()
        for theme in [Theme.light, .dark] {
            let scene = try entry.chart.scene(size: Size(width: 800, height: 400), theme: theme, measuring: typesetter)
            // The color type is the tenth byte of IHDR's data: 3 is a palette.
            #expect(try scene.png(scale: scale, typesetter: typesetter)[25] == 3)
        }
    }
}
