import Charts
import Drawing
import GalleryCharts
import Typography

/// A gallery chart at a size and in a theme.
struct LayoutCase: Sendable {
    let chart: GalleryChart
    let size: Size
    let theme: Theme
    let scene: Scene

    static let sizes = [(100, 80), (320, 200), (600, 300), (800, 400), (2000, 2000)].map { Size(width: Double($0.0), height: Double($0.1)) }
    static let typesetter = try? Typesetter()

    /// Lays the chart out in every size. Places are the same in all themes, which has a test of its own.
    static func all(of chart: GalleryChart, themes: [Theme] = [.light]) throws -> [LayoutCase] {
        guard let typesetter else { return [] }
        return try sizes.flatMap { size in
            try themes.map { theme in
                LayoutCase(
                    chart: chart, size: size, theme: theme,
                    scene: try chart.chart.scene(size: size, theme: theme, measuring: typesetter)
                )
            }
        }
    }

    /// How much larger everything is than in a picture of usual size.
    var growth: Double { min(max(min(size.width / 800, size.height / 400), 1), 1.6) }

    var name: String { "\(chart.name) at \(Int(size.width))x\(Int(size.height))" }
}
