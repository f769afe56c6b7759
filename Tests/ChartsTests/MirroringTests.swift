import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// Pictures for readers who begin at the right.
@Suite struct MirroringTests {
    private static let locales = Locale.supported.filter(\.isRightToLeft)
    private static let english = Locale.americanEnglish

    /// The gallery's charts in each such locale, at the sizes that differ most.
    private func layouts(of chart: GalleryChart) throws -> [(name: String, scene: Scene)] {
        let typesetter = try #require(LayoutCase.typesetter)
        return try Self.locales.flatMap { locale in
            try LayoutCase.sizes.prefix(4).map { size in
                var mirrored = chart.chart
                mirrored.locale = locale
                let scene = try mirrored.scene(size: size, theme: .light, measuring: typesetter)
                return ("\(chart.name) in \(locale.identifier) at \(Int(size.width))x\(Int(size.height))", scene)
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `everything is on the canvas and no two texts overlap`(chart: GalleryChart) throws {
        for (name, scene) in try layouts(of: chart) {
            let canvas = Rect(scene.size).inset(by: -0.01)
            #expect(scene.nodes.allSatisfy { $0.bounds.map(canvas.contains) ?? true }, "\(name)")
            let boxes = scene.texts.map { ($0.string, $0.bounds.inset(by: 0.5)) }
            for (index, (text, box)) in boxes.enumerated() {
                for (other, otherBox) in boxes[(index + 1)...] where box.overlaps(otherBox) {
                    Issue.record("\(name): “\(text)” overlaps “\(other)”")
                }
            }
        }
    }

    @Test(arguments: GalleryChart.all)
    func `mirroring twice gives the same picture`(chart: GalleryChart) throws {
        let scene = try chart.chart.scene(size: Size(width: 600, height: 300), theme: .light, measuring: FixedAdvance())
        let twice = scene.mirrored().mirrored()
        #expect(scene.texts.map(\.string) == twice.texts.map(\.string))
        #expect(scene.texts.map(\.anchor) == twice.texts.map(\.anchor))
        #expect(scene.marks.map(\.datum) == twice.marks.map(\.datum))
        let offsets = zip(scene.shapes, twice.shapes).map { one, other in
            zip(one.path.points, other.path.points).map { abs($0.x - $1.x) + abs($0.y - $1.y) }.max() ?? 0
        }
        #expect(offsets.allSatisfy { $0 < 1e-9 })
        #expect(scene.shapes.map(\.fill) == twice.shapes.map(\.fill))
    }

    @Test(arguments: GalleryChart.horizontal)
    func `horizontal bars lie from one line at the right, and a larger value is never shorter`(chart: GalleryChart) throws {
        for (name, scene) in try layouts(of: chart) {
            let bars = try scene.marks.map { (value: $0.value, rect: try #require($0.bounds)) }
            guard let first = bars.first else { continue }
            let line = first.value >= 0 ? first.rect.right : first.rect.left
            #expect(bars.allSatisfy { abs(($0.value >= 0 ? $0.rect.right : $0.rect.left) - line) < 1e-6 }, "\(name)")
            let lengths = bars.sorted { abs($0.value) < abs($1.value) }.map(\.rect.width)
            #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(name)")
        }
    }

    @Test func `months run from right to left, and the title begins at the right`() throws {
        for (name, scene) in try layouts(of: GalleryChart.vertical[0]) {
            let places = scene.marks.compactMap { $0.bounds?.center.x }
            #expect(places.count == 12 && zip(places, places.dropFirst()).allSatisfy { $0 > $1 }, "\(name)")
            let title = try #require(scene.texts.first { $0.string.hasPrefix("Spending") })
            #expect(title.anchor == .end && title.position.x > scene.size.width / 2, "\(name)")
        }
    }

    @Test func `text is drawn as it reads, at the other side`() throws {
        let text = FixedAdvance()
        let run = TextRun("12 kg", at: Point(x: 10, y: 20), anchor: .start, font: Font(size: 10), color: .clear, measuring: text)
        let scene = Scene(size: Size(width: 200, height: 40), title: "", summary: "", nodes: [.text(run)])
        let mirrored = try #require(scene.mirrored().texts.first)
        #expect(mirrored.string == run.string)
        #expect(mirrored.bounds.right == 190)
        #expect(mirrored.bounds.width == run.bounds.width)
    }

    @Test(arguments: locales)
    func `a message begins at the right`(locale: Locale) {
        let scene = Scene(
            message: "Nothing here", detail: "There is nothing.", size: Size(width: 320, height: 200), theme: .dark, locale: locale,
            measuring: FixedAdvance()
        )
        #expect(scene.texts.allSatisfy { $0.anchor == .end && $0.position.x > 160 })
    }
}

extension Path {
    fileprivate var points: [Point] {
        elements.flatMap { element -> [Point] in
            switch element {
            case .move(let point), .line(let point): [point]
            case .curve(let point, let control1, let control2): [control1, control2, point]
            case .close: []
            }
        }
    }
}
