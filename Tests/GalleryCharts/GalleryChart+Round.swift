import Charts
import Drawing

extension GalleryChart {
    public static let radars: [GalleryChart] = [
        radar("skills", skills, ["Model A": [65, 59, 90, 81, 56, 55, 40], "Model B": [28, 48, 40, 19, 96, 27, 100]]),
        radar("filled", skills, ["Model A": [65, 59, 90, 81, 56, 55, 40], "Model B": [28, 48, 40, 19, 96, 27, 100]], isFilled: true),
        radar("one-series", Array(skills.prefix(5)), ["Score": [4, 3.5, 5, 2, 4.5]], isFilled: true),
        radar("one-spoke", ["Speed"], ["Score": [4]]), radar("two-spokes", ["Speed", "Range"], ["Score": [4, 2]]),
        radar("three-spokes", ["Speed", "Range", "Price"], ["Score": [4, 2, 5]]), radar("none", [], [:]),
        radar("all-zero", skills, ["Score": [0, 0, 0, 0, 0, 0, 0]]),
        radar("negative", skills, ["Change": [-20, 10, 35, -5, 0, 12, -31]]),
        radar(
            "missing", skills, ["Model A": [65, nil, 90, 81, nil, nil, 40], "Model B": [nil, 48, 40, 19, 96, 27, 100]], isFilled: true),
        radar("forty", (1...40).map { "Criterion \($0)" }, ["Score": scores(40)]),
        radar("dozen-series", Array(skills.prefix(6)), plans),
        radar("long-names", (1...6).map { "\($0). \(Words.longName)" }, ["Score": [4, 3, 5, 2, 4, 1]]),
        radar("scripts", Words.scripts, ["Σκορ": scores(11)]),
        radar("huge", skills, ["Views": [6_500_000, 5_900_000, 9_000_000, 8_100_000, 5_600_000, 5_500_000, 4_000_000]]),
        radar("share", Array(skills.prefix(5)), ["Share": [0.62, 0.4, 0.81, 0.35, 0.7]], y: Axis("share", format: .percent)),
        radar("ends", skills, ["Score": [65, 59, 90, 81, 56, 55, 70]], y: Axis("score", minimum: 50, maximum: 100)),
        radar(
            "chosen-colors", skills, ["A": [65, 59, 90, 81, 56, 55, 40]], isFilled: true,
            color: .outlined(Color(red: 200, green: 30, blue: 60, alpha: 51), edge: Stroke(Color(red: 200, green: 30, blue: 60), width: 3))),
    ]

    private static let skills = ["Speed", "Range", "Comfort", "Price", "Safety", "Design", "Service life"]

    private static func scores(_ count: Int, from start: Int = 3) -> [Double?] { (0..<count).map { Double(($0 * 17 + start) % 23 + 3) } }

    private static let plans: [String: [Double?]] = {
        var plans: [String: [Double?]] = [:]
        for number in 1...12 { plans["Plan \(number + 10)"] = scores(6, from: number * 5) }
        return plans
    }()

    private static func radar(
        _ name: String, _ positions: [String], _ series: [String: [Double?]], isFilled: Bool = false, y: Axis = Axis("score"),
        color: MarkColor? = nil
    ) -> GalleryChart {
        let all = series.sorted { $0.key < $1.key }.enumerated().map { index, one in
            Mark.Series(name: one.key, values: one.value, color: color ?? (series.count == 1 ? .accent : .categorical(index)))
        }
        return GalleryChart(
            "radar-\(name)",
            Chart(
                "How the models compare", subtitle: "Points of the test", y: y,
                marks: [.radar(Mark.Radar(positions: positions.map { .name($0) }, series: all, isFilled: isFilled))]))
    }

    public static let polarAreas: [GalleryChart] = [
        polar("seasons", Row.numbered([12, 19, 8, 15, 6, 11]) { Words.categories[$0] }),
        polar("one", [Row(name: "Everything", value: 99.5)]), polar("two", Row.numbered([30, 12]) { Words.categories[$0] }),
        polar("none", []), polar("all-zero", Row.numbered([0, 0, 0])), polar("all-equal", Row.numbered([Double](repeating: 7, count: 7))),
        polar("negative", Row.numbered([12, -4, 9, 0, 17]) { Words.categories[$0] }),
        polar("one-huge", Row.numbered([1_000_000] + [Double](repeating: 1, count: 5))),
        polar("forty", Row.numbered(scores(40).map { $0 ?? 0 }) { "Category \($0 + 1)" }),
        polar("long-names", Row.numbered([30, 20, 10, 5]) { "\($0 + 1). \(Words.longName)" }),
        polar("scripts", Row.numbered(scores(8).map { $0 ?? 0 }) { Words.scripts[$0] }),
        polar("months", Row.numbered(scores(12).map { 100 * ($0 ?? 0) }) { "Month \($0 + 1)" }),
        polar(
            "chosen-colors", Row.numbered([11, 16, 7, 3, 14]) { Words.categories[$0] },
            colors: [0xB26A0B, 0x069F76, 0xA965DA, 0x047D9E, 0xC2620E].map(Color.init)),
    ]

    private static func polar(_ name: String, _ rows: [Row], colors: [Color] = []) -> GalleryChart {
        let sectors = rows.enumerated().map { index, row in
            let color: MarkColor = colors.isEmpty ? .categorical(index) : .given(colors[index % colors.count])
            return Mark.Arc.Row(name: row.name, value: row.value, color: color)
        }
        return GalleryChart(
            "polar-\(name)",
            Chart(
                "Spending by category", subtitle: "Amount spent, USD · Shopper 1", y: .spent,
                marks: [.polarArea(Mark.PolarArea(rows: sectors))]))
    }

    public static let gauges: [GalleryChart] = [
        gauge("half", Mark.Gauge(value: 72, domain: 0...100)), gauge("zero", Mark.Gauge(value: 0, domain: 0...100)),
        gauge("full", Mark.Gauge(value: 100, domain: 0...100)), gauge("beyond", Mark.Gauge(value: 131, domain: 0...100)),
        gauge("negative", Mark.Gauge("Balance", value: -12.5, domain: -50...50)),
        gauge("bands", Mark.Gauge("Load", value: 62, domain: 0...100, bands: bands)),
        gauge("bands-low", Mark.Gauge("Load", value: 0, domain: 0...100, bands: bands)),
        gauge("bands-high", Mark.Gauge("Load", value: 100, domain: 0...100, bands: bands)),
        gauge("ring", Mark.Gauge(value: 72, domain: 0...100, shape: .ring)),
        gauge("ring-full", Mark.Gauge(value: 100, domain: 0...100, shape: .ring)),
        gauge("ring-bands", Mark.Gauge("Load", value: 62, domain: 20...100, bands: bands, shape: .ring)),
        gauge("share", Mark.Gauge(value: 0.724, domain: 0...1), y: Axis("of the goal", format: .percent)),
        gauge("large", Mark.Gauge(value: 1_234_567.5, domain: 0...2_000_000), y: .spent),
        gauge("long-name", Mark.Gauge(Words.longName, value: 3, domain: 1...5)),
        gauge("script", Mark.Gauge(Words.scripts[3], value: 3, domain: 1...5, shape: .ring)),
        gauge("no-extent", Mark.Gauge(value: 5, domain: 5...5)),
    ]

    public static let progress: [GalleryChart] = [
        progress("most", Mark.Progress(value: 72, of: 100)), progress("little", Mark.Progress("Collected", value: 3, of: 1_200)),
        progress("none", Mark.Progress(value: 0, of: 100)), progress("all", Mark.Progress(value: 100, of: 100)),
        progress("more-than-all", Mark.Progress("Collected", value: 260, of: 200)), progress("below", Mark.Progress(value: -5, of: 100)),
        progress("of-nothing", Mark.Progress(value: 5, of: 0)), progress("nearly", Mark.Progress(value: 99.9, of: 100)),
        progress("money", Mark.Progress("Collected", value: 8_120.5, of: 12_500), y: .spent),
        progress("long-name", Mark.Progress(Words.longName, value: 3, of: 5)),
        progress("script", Mark.Progress(Words.scripts[4], value: 3, of: 5)),
    ]

    private static let bands = [
        Mark.Gauge.Band("Normal", to: 60, color: .categorical(2)), Mark.Gauge.Band("High", to: 85, color: .categorical(1)),
        Mark.Gauge.Band("Critical", to: 100, color: .categorical(3)),
    ]

    private static func gauge(_ name: String, _ gauge: Mark.Gauge, y: Axis = Axis()) -> GalleryChart {
        GalleryChart("gauge-\(name)", Chart("Load of the server", subtitle: "Mean of the last hour", y: y, marks: [.gauge(gauge)]))
    }

    private static func progress(_ name: String, _ progress: Mark.Progress, y: Axis = Axis()) -> GalleryChart {
        GalleryChart("progress-\(name)", Chart("Way to the goal", subtitle: "This year", y: y, marks: [.progress(progress)]))
    }
}
