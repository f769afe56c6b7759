import Drawing
import GalleryCharts
import Testing
import Typography

@testable import Charts

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

    @Test(arguments: GalleryChart.all.filter { !$0.name.hasPrefix("heatmap-ratios") && !$0.name.hasPrefix("styles") })
    func `marks have a contrast of 3 to the background, all over or by their outline`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            for shape in layout.scene.nodes(of: .marks).flatMap(\.shapes) {
                // Lines of the background keep neighbours apart.
                let colors = [shape.fill, shape.stroke?.color].compactMap { $0 }.filter { $0 != layout.theme.background }
                let isSeen = colors.contains { $0.contrast(with: layout.theme.background) >= 3 }
                #expect(isSeen || colors.isEmpty, "\(layout.name): \(shape)")
            }
        }
    }

    @Test(
        arguments: GalleryChart.all.filter {
            !["heatmap", "bars-outlined", "bars-between-given-ends", "styles"].contains(where: $0.name.hasPrefix)
        })
    func `but for the cells of heatmaps and pale fills that were chosen no mark needs an outline`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            for fill in layout.scene.nodes(of: .marks).flatMap(\.shapes).compactMap(\.fill) where fill != layout.theme.background {
                #expect(fill.contrast(with: layout.theme.background) >= 3, "\(layout.name)")
            }
        }
    }

    @Test(arguments: GalleryChart.vertical + GalleryChart.histograms)
    func `a rule is seen across bars of any color, since the background lies under it`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            let lines = layout.scene.nodes(of: .annotation).flatMap(\.shapes).filter { $0.stroke != nil }
            for (index, line) in lines.enumerated() where line.stroke?.dashes.isEmpty == false {
                let (under, over) = (index > 0 ? lines[index - 1] : nil, try #require(line.stroke))
                #expect(under?.path == line.path && under?.stroke?.color == layout.theme.background, "\(layout.name)")
                #expect(under?.stroke?.width ?? 0 > over.width && over.color.contrast(with: layout.theme.background) >= 3)
            }
        }
    }

    @Test(arguments: GalleryChart.heatmaps)
    func `the colors of a heatmap's legend have an outline around them`(chart: GalleryChart) throws {
        for layout in try LayoutCase.all(of: chart, themes: [.light, .dark]) {
            let shapes = layout.scene.nodes(of: .legend).flatMap(\.shapes)
            guard let strip = shapes.compactMap(\.bounds).reduce(nil, { $0?.union($1) ?? $1 }) else { continue }
            // A picture that is grown has the last bits of its coordinates rounded.
            let outlines = shapes.filter { $0.bounds.map { $0.inset(by: -1e-6).contains(strip) } ?? false }.compactMap(\.stroke)
            #expect(outlines.contains { $0.color.contrast(with: layout.theme.background) >= 3 }, "\(layout.name)")
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `a color scale begins near the paper and goes far from it, and can be read on throughout`(theme: Theme) {
        for ramp in [theme.sequence, theme.divergence] {
            #expect(ramp.outline.contrast(with: theme.background) >= 3)
            for color in Self.colors(of: ramp) { #expect(theme.ink(on: color).contrast(with: color) >= 4.5, "\(color)") }
        }
        #expect(theme.sequence.low.contrast(with: theme.background) < 1.3 && theme.sequence.high.contrast(with: theme.background) > 7)
        #expect(theme.divergence.middle.contrast(with: theme.background) < 1.3)
        for end in [theme.divergence.low, theme.divergence.high] { #expect(end.contrast(with: theme.background) > 5) }
    }

    @Test(arguments: [Theme.light, .dark])
    func `cells too small for outlines have colors that need none`(theme: Theme) {
        for color in Self.colors(of: theme.sequence.withoutPaleEnd) + Self.colors(of: theme.divergence.withoutPaleMiddle) {
            #expect(color.contrast(with: theme.background) >= 3, "\(color)")
        }
    }

    private static func colors(of ramp: Theme.Ramp) -> [Color] {
        let scale = ColorScale(domain: 0...1, ramp)
        return (0...100).map { scale(Double($0) / 100) }
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
                let box = run.bounds
                for x in [box.left + 1, box.center.x, box.right - 1] {
                    let point = Point(x: x, y: run.position.y - run.font.size * 0.35)
                    let spot = Rect(left: point.x - 1e-6, top: point.y - 1e-6, right: point.x + 1e-6, bottom: point.y + 1e-6)
                    // What is translucent lets through what lies under it.
                    let under = painted.filter { $0.bounds.contains(spot) && $0.path.contains(point) }.map(\.color)
                    guard let first = under.lastIndex(where: { $0.alpha == 255 }) ?? under.indices.first else { continue }
                    let ground = under[(first + 1)...].reduce(under[first]) { $0.mixed(with: $1, share: Double($1.alpha) / 255, in: .sRGB) }
                    grounds.append((run, ground))
                }
            }
        }
        nodes.forEach(visit)
        return grounds
    }
}
