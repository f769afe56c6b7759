import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// What must hold for every chart at every size.
@Suite struct LayoutInvariantTests {
    @Test func `there are charts and a typesetter`() throws {
        #expect(GalleryChart.all.count >= 120)
        #expect(Set(GalleryChart.all.map(\.name)).count == GalleryChart.all.count)
        _ = try #require(LayoutCase.typesetter)
    }

    @Test(arguments: GalleryChart.all)
    func `everything is on the canvas`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let canvas = Rect(layout.size).inset(by: -0.01)
            for node in layout.scene.nodes {
                let bounds = node.bounds
                #expect(bounds.map(canvas.contains) ?? true, "\(layout.name): \(bounds.map(String.init(describing:)) ?? "")")
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `no two texts overlap, and none is empty`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart) {
            let boxes = layout.scene.texts.map { ($0.string, $0.bounds.inset(by: 0.5 * layout.growth)) }
            for (index, (text, box)) in boxes.enumerated() {
                #expect(!text.isEmpty, "\(layout.name)")
                for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
                    Issue.record("\(layout.name): “\(text)” overlaps “\(other)”")
                }
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `no line runs through a text`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for layout in try LayoutCase.all(of: chart) {
            let strokes = layout.scene.shapes.filter { $0.fill == nil && $0.stroke != nil }
            // The lines of zero and of a grid are rectangles as thin as a hair.
            let hairs = (layout.scene.nodes(of: .axis) + layout.scene.nodes(of: .grid)).flatMap(\.shapes)
            let lines = (strokes + hairs).flatMap(\.path.segments)
            for run in layout.scene.texts {
                let bounds = run.bounds
                // Where letters are: capitals on their baseline.
                let letters = Rect(
                    left: bounds.left + 0.5, top: run.position.y - typesetter.metrics(of: run.font).capHeight + 0.5,
                    right: bounds.right - 0.5, bottom: run.position.y - 0.5
                )
                #expect(!lines.contains(where: letters.meets), "\(layout.name): “\(run.string)”")
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `equal charts give equal scenes`(chart: GalleryChart) throws {
        #expect(try LayoutCase.all(of: chart).map(\.scene) == LayoutCase.all(of: chart).map(\.scene))
    }

    @Test(arguments: GalleryChart.all)
    func `themes differ in nothing but colors`(chart: GalleryChart) throws {
        let light = try LayoutCase.all(of: chart, themes: [.light])
        let dark = try LayoutCase.all(of: chart, themes: [.dark])
        for (one, other) in zip(light, dark) {
            #expect(one.scene.shapes.map(\.path) == other.scene.shapes.map(\.path), "\(one.name)")
            #expect(one.scene.texts.map(\.string) == other.scene.texts.map(\.string), "\(one.name)")
            #expect(one.scene.texts.map(\.position) == other.scene.texts.map(\.position), "\(one.name)")
        }
    }
}
