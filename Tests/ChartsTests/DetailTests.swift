import Charts
import Drawing
import GalleryCharts
import Testing
import Typography

/// What pictures leave out that have no room for all, and what they do not.
@Suite struct DetailTests {
    private enum Part: CaseIterable { case axis, legend, subtitle }

    private static let sizes = [
        (100, 80), (140, 100), (180, 120), (240, 140), (280, 180), (320, 200), (400, 200), (480, 260), (600, 300), (800, 400),
    ].map { Size(width: Double($0.0), height: Double($0.1)) }

    private func scene(_ chart: GalleryChart, _ size: Size) throws -> Scene {
        let typesetter = try #require(LayoutCase.typesetter)
        return try chart.chart.scene(size: size, theme: .light, measuring: typesetter)
    }

    private func parts(of scene: Scene) -> Set<Part> {
        Set(
            Part.allCases.filter { part in
                switch part {
                case .axis: !scene.nodes(of: .axis).flatMap(\.texts).isEmpty
                case .legend: !scene.nodes(of: .legend).flatMap(\.texts).isEmpty
                case .subtitle: scene.nodes(of: .title).flatMap(\.texts).contains { $0.font == Font(size: 12) }
                }
            })
    }

    @Test(arguments: GalleryChart.all)
    func `the subtitle goes before the legend, and the legend before the axis`(chart: GalleryChart) throws {
        let shown = try Self.sizes.map { (size: $0, parts: parts(of: try scene(chart, $0))) }
        let all = shown.reduce(into: Set()) { $0.formUnion($1.parts) }
        for (size, parts) in shown {
            if parts.contains(.subtitle) { #expect(parts == all, "\(chart) at \(size)") }
            if parts.contains(.legend) { #expect(parts.contains(.axis) || !all.contains(.axis), "\(chart) at \(size)") }
        }
    }

    @Test(
        arguments: GalleryChart.all.filter { chart in
            [
                "level-items", "level-categories", "level-scripts", "unfinished-level", "heatmap-index",
                "heatmap-scripts",
            ].contains(chart.name)
        })
    func `a dozen rows have all their names in a picture of 320 by 200`(chart: GalleryChart) throws {
        let scene = try scene(chart, Size(width: 320, height: 200))
        let count =
            switch chart.chart.marks.first {
            case .bar(let bar): bar.rows.count
            case .heatmap(let heatmap): heatmap.rows.count
            default: 0
            }
        #expect(count >= 8)
        #expect(scene.nodes(of: .axis).flatMap(\.texts).count { $0.anchor == .end } == count)
    }

    @Test func `months of every year become letters before any is left out, and are never cut`() throws {
        let chart = try #require(GalleryChart.heatmaps.first { $0.name == "heatmap-index" })
        func months(_ width: Double, _ locale: Locale) throws -> [String] {
            var chart = chart.chart
            chart.locale = locale
            let typesetter = try #require(LayoutCase.typesetter)
            let scene = try chart.scene(size: Size(width: width, height: 240), theme: .light, measuring: typesetter)
            return scene.nodes(of: .axis).flatMap(\.texts).filter { $0.anchor == .middle }.map(\.string)
        }
        #expect(try months(600, .americanEnglish).prefix(2) == ["Jan", "Feb"])
        #expect(try months(320, .americanEnglish).joined() == "JFMAMJJASOND")
        for locale in Locale.supported {
            for width in stride(from: 160.0, through: 800, by: 40) {
                #expect(try !months(width, locale).contains { $0.contains("…") }, "\(locale.identifier) at \(width)")
            }
        }
    }

    @Test func `of a list too long for its names the first are shown, and how many more there are`() throws {
        let chart = try #require(GalleryChart.timelines.first { $0.name == "timeline-forty" })
        for size in Self.sizes.suffix(5) {
            let scene = try scene(chart, size)
            let names = scene.nodes(of: .axis).flatMap(\.texts).filter { $0.anchor == .end }.map(\.string)
            #expect(scene.marks.count >= 3 && scene.marks.count < 40)
            #expect(names == scene.marks.map(\.datum.label) + ["and \(40 - scene.marks.count) more"], "\(size)")
        }
        let wide = try scene(chart, Size(width: 800, height: 900))
        #expect(wide.marks.count == 40 && !wide.texts.contains { $0.string.hasSuffix("more") })
        #expect(wide.summary.split(separator: "\n").count == 41)
    }

    @Test func `of bars too many for their names the first are shown with names and numbers, and how many more there are`() throws {
        let chart = try #require(GalleryChart.horizontal.first { $0.name == "level-forty" })
        for size in Self.sizes.suffix(7) {
            let scene = try scene(chart, size)
            let names = scene.nodes(of: .axis).flatMap(\.texts).map(\.string)
            let numbers = scene.nodes(of: .annotation).flatMap(\.texts).map(\.string)
            #expect(scene.marks.count >= 4 && scene.marks.count < 40)
            #expect(names == scene.marks.map(\.datum.label) + ["and \(40 - scene.marks.count) more"], "\(size)")
            #expect(Array(numbers.dropLast()) == scene.marks.map(\.datum.text), "\(size)")
            let rest = (scene.marks.count..<40).reduce(0) { $0 + 97 - Double($1) }
            #expect(
                numbers.last
                    == NumberFormat.currency(.usDollar).text(rest, in: .americanEnglish).split(separator: ".").first.map(String.init))
        }
        #expect(try parts(of: scene(chart, Size(width: 600, height: 300))).contains(.subtitle))
        #expect(try scene(chart, Size(width: 800, height: 900)).marks.count == 40)
    }

    @Test func `refunds keep their names where there is no room for numbers on both sides`() throws {
        let chart = try #require(GalleryChart.horizontal.first { $0.name == "level-negative" })
        let scene = try scene(chart, Size(width: 180, height: 120))
        #expect(scene.nodes(of: .axis).flatMap(\.texts).map(\.string) == scene.marks.map(\.datum.label))
        #expect(scene.nodes(of: .annotation).flatMap(\.texts).isEmpty)
    }

    @Test func `the first key figure has its name where the others have no room`() throws {
        let chart = try #require(GalleryChart.others.first { $0.name == "cards" })
        for size in [Size(width: 100, height: 80), Size(width: 200, height: 120)] {
            let texts = try scene(chart, size).marks.flatMap(\.texts).map(\.string)
            #expect(texts.starts(with: ["Total spending", "$8,016.63"]), "\(texts)")
        }
    }

    @Test func `a long name among key figures does not make numbers small, not even one with digits`() throws {
        let cards: [Mark] = [
            .card(.init(label: "Total spending", figure: "$8,016.63", note: "")),
            .card(.init(label: "Top category", figure: "Number 7 of the names that are too long", note: "")),
        ]
        let chart = Chart("Key figures", marks: cards)
        let typesetter = try #require(LayoutCase.typesetter)
        let scene = try chart.scene(size: Size(width: 600, height: 300), theme: .light, measuring: typesetter)
        #expect(scene.texts.first { $0.string == "$8,016.63" }?.font.size == 20)
    }

    @Test func `a subtitle of two lines is broken between its parts`() throws {
        var chart = try #require(GalleryChart.horizontal.first { $0.name == "level-one" }).chart
        chart.subtitle = "Amount spent, USD · Shopper 1 · Jan 1, 2024 – Dec 30, 2024"
        let typesetter = try #require(LayoutCase.typesetter)
        let scene = try chart.scene(size: Size(width: 320, height: 240), theme: .light, measuring: typesetter)
        let lines = scene.nodes(of: .title).flatMap(\.texts).map(\.string).dropFirst()
        #expect(Array(lines) == ["Amount spent, USD · Shopper 1", "Jan 1, 2024 – Dec 30, 2024"])
    }

    @Test(arguments: GalleryChart.waterfalls)
    func `both sums of a waterfall have their names, whole, wherever there are names`(chart: GalleryChart) throws {
        guard case .waterfall(let waterfall)? = chart.chart.marks.first else { return }
        for size in Self.sizes.suffix(5) {
            let names = try scene(chart, size).nodes(of: .axis).flatMap(\.texts).map(\.string)
            let missing = [waterfall.start.name, waterfall.end.name].filter { !names.contains($0) }
            #expect(missing.isEmpty, "\(size): \(names)")
        }
    }

    @Test func `a long name has two lines in a legend`() throws {
        let chart = try #require(GalleryChart.stacks.first { $0.name == "bars-stacked-long-names" })
        let names = try scene(chart, Size(width: 600, height: 300)).nodes(of: .legend).flatMap(\.texts).map(\.string)
        #expect(names.count == 8 && names.count { $0.hasSuffix("…") } == 4)
    }

    @Test func `a ring has its legend where it leaves more of it`() throws {
        let chart = try #require(GalleryChart.arcs.first)
        for size in [Size(width: 320, height: 200), Size(width: 320, height: 480)] {
            let scene = try scene(chart, size)
            let ring = try #require(scene.marks.flatMap(\.shapes).compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 })
            let legend = try #require(scene.nodes(of: .legend).flatMap(\.shapes).compactMap(\.bounds).reduce(nil) { $0?.union($1) ?? $1 })
            #expect(size.height == 200 ? legend.left > ring.right : legend.top > ring.bottom && ring.width > 100, "\(size)")
        }
    }

    @Test func `names too long for a legend are shortened before colors are left without any`() throws {
        let chart = try #require(GalleryChart.stacks.first { $0.name == "bars-stacked-eight-long-names" })
        for size in [Size(width: 600, height: 300), Size(width: 800, height: 400)] {
            let legend = try scene(chart, size).nodes(of: .legend)
            let names = legend.flatMap(\.texts).map(\.string)
            #expect(legend.flatMap(\.shapes).count == 8 && names.allSatisfy { $0.count >= 12 }, "\(size): \(names)")
        }
    }

    @Test(arguments: GalleryChart.lines)
    func `all lines in color have their names at their ends before there is a subtitle`(chart: GalleryChart) throws {
        guard case .line(let line)? = chart.chart.marks.first, line.series.count > 1, line.positions.count > 1 else { return }
        for size in Self.sizes {
            let scene = try scene(chart, size)
            guard parts(of: scene).contains(.subtitle) else { continue }
            let swatches = scene.nodes(of: .legend).flatMap(\.shapes).filter { $0.stroke?.color != Theme.light.neutral }
            #expect(swatches.count == min(line.series.count { $0.color != .neutral }, 6), "\(size)")
        }
    }
}
