import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// What is drawn can be seen against what lies under it.
@Suite struct ContrastTests {
    @Test(arguments: GalleryChart.all)
    func `text has a contrast of 4.5 to what lies under it`(chart: GalleryChart) throws {
        let typesetter = try #require(LayoutCase.typesetter)
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            for (run, ground) in layout.scene.grounds(measuring: typesetter) {
                #expect(run.color.contrast(with: ground) >= 4.5, "\(layout.name): “\(run.string)” on \(ground)")
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `marks have a contrast of 3 to the background`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            for shape in layout.scene.nodes(of: .marks).flatMap(\.shapes) {
                // Lines of the background keep neighbours apart, and a hollow shape is its outline.
                let colors = [shape.fill, shape.stroke?.color].compactMap { $0 }.filter { $0 != layout.theme.background }
                #expect(colors.allSatisfy { $0.contrast(with: layout.theme.background) >= 3 }, "\(layout.name): \(shape)")
            }
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `a color scale keeps a contrast of 3, and black or white can be read on all of it`(theme: Theme) {
        let scales = [ColorScale(domain: 0...1, theme.sequence), ColorScale(domain: 0...1, around: 0.5, theme.divergence)]
        for color in scales.flatMap({ scale in (0...100).map { scale(Double($0) / 100) } }) {
            #expect(color.contrast(with: theme.background) >= 3, "\(color)")
            #expect(max(color.contrast(with: Color(0x000000)), color.contrast(with: Color(0xFFFFFF))) >= 4.5, "\(color)")
        }
    }
}

extension Scene {
    /// Every text with each color that lies under it: at its middle and near its ends.
    fileprivate func grounds(measuring typesetter: Typesetter) -> [(run: TextRun, ground: Color)] {
        var painted: [(path: Path, bounds: Rect, color: Color)] = []
        var grounds: [(run: TextRun, ground: Color)] = []
        func visit(_ node: Node) {
            switch node {
            case .group(_, let nodes): nodes.forEach(visit)
            case .shape(let path, let fill, _):
                if let fill, let bounds = path.bounds { painted.append((path, bounds, fill)) }
            case .text(let run):
                let box = run.bounds(measuring: typesetter)
                for x in [box.left + 1, box.center.x, box.right - 1] {
                    let point = Point(x: x, y: run.position.y - run.font.size * 0.35)
                    let spot = Rect(left: point.x - 1e-6, top: point.y - 1e-6, right: point.x + 1e-6, bottom: point.y + 1e-6)
                    if let ground = painted.last(where: { $0.bounds.contains(spot) && $0.path.contains(point) }) {
                        grounds.append((run, ground.color))
                    }
                }
            }
        }
        nodes.forEach(visit)
        return grounds
    }
}
