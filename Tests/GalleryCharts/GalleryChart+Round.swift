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
}
