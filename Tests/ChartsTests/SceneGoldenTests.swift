import Charts
import Drawing
import GalleryCharts
import GoldenSupport
import Testing
import Typography

@Suite struct SceneGoldenTests {
    @Test func `every gallery chart is laid out as it was, at every size and in both themes`() throws {
        let typesetter = try #require(LayoutCase.typesetter)
        let themes: [(name: String, theme: Theme)] = [("light", .light), ("dark", .dark)]
        let entries = try GalleryChart.all.flatMap { chart in
            try LayoutCase.sizes.flatMap { size in
                try themes.map { name, theme in
                    let scene = try chart.chart.scene(size: size, theme: theme, measuring: typesetter)
                    return Golden.Entry(
                        "\(chart.name) \(Int(size.width))x\(Int(size.height)) \(name)", counts: scene.counts, text: scene.dump)
                }
            }
        }
        try Golden.lines(named: "scenes.txt").expect(entries)
    }
}

extension Scene {
    /// How many nodes there are of each kind.
    fileprivate var counts: String {
        "groups \(nodes.reduce(0) { $0 + $1.groupCount }) marks \(marks.count) shapes \(shapes.count) texts \(texts.count)"
    }

    /// The scene as text: a line for each node, coordinates to a thousandth of a point, so that the last bits of a machine's sine
    /// change nothing.
    fileprivate var dump: String {
        var lines = ["size \(number(size.width)) \(number(size.height))", "title \(title)"]
        lines += summary.split(separator: "\n", omittingEmptySubsequences: false).map { "summary \($0)" }
        for node in nodes { node.dump(into: &lines, indent: "") }
        return lines.map { "\($0)\n" }.joined()
    }
}

extension Scene.Node {
    fileprivate var groupCount: Int {
        if case .group(_, let nodes) = self { 1 + nodes.reduce(0) { $0 + $1.groupCount } } else { 0 }
    }

    fileprivate func dump(into lines: inout [String], indent: String) {
        switch self {
        case .group(.mark(let datum), let nodes):
            lines.append("\(indent)mark “\(datum.label)” \(datum.value.map(number) ?? "-") “\(datum.text)”")
            for node in nodes { node.dump(into: &lines, indent: indent + "  ") }
        case .group(let role, let nodes):
            lines.append("\(indent)\(role.name)")
            for node in nodes { node.dump(into: &lines, indent: indent + "  ") }
        case .shape(let path, let fill, let stroke):
            lines.append("\(indent)shape \(fill.map { "fill \($0.hex) " } ?? "")\(stroke.map { "stroke \($0.words) " } ?? "")\(path.words)")
        case .text(let run):
            let font = "\(run.font.weight) \(number(run.font.size)) \(run.font.numerals)"
            lines.append("\(indent)text “\(run.string)” \(run.position.words) \(run.anchor) \(font) \(run.color.hex)")
        }
    }
}

extension Path {
    fileprivate var words: String {
        elements.map { element in
            switch element {
            case .move(let point): "M \(point.words)"
            case .line(let point): "L \(point.words)"
            case .curve(let point, let control1, let control2): "C \(control1.words) \(control2.words) \(point.words)"
            case .close: "Z"
            }
        }.joined(separator: " ")
    }
}

extension Point {
    fileprivate var words: String { "\(number(x)) \(number(y))" }
}

extension Color {
    fileprivate var hex: String {
        "#" + [red, green, blue, alpha].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Stroke {
    fileprivate var words: String {
        "\(color.hex) \(number(width))\(dashes.isEmpty ? "" : " dashes \(dashes.map(number).joined(separator: ","))")"
    }
}

/// Writes a number to a thousandth. What lies in the middle between two goes up, whatever its last bits are.
private func number(_ value: Double) -> String {
    let rounded = (value * 1_000 + 1e-6).rounded() / 1_000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : "\(rounded)"
}
