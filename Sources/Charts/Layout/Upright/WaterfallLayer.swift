import Drawing

/// Bars for two sums, steps up and down between them, and thin lines from each level to the next bar.
struct WaterfallLayer: UprightLayer {
    private let bars: [Bar]

    private struct Bar {
        let name: String
        let value: Double
        let isSum: Bool
        /// Where the bar begins and ends on the axis.
        let from: Double
        let to: Double
    }

    init(_ waterfall: Mark.Waterfall) {
        var bars = [Bar(name: waterfall.start.name, value: waterfall.start.value, isSum: true, from: 0, to: waterfall.start.value)]
        var level = waterfall.start.value
        for step in waterfall.steps {
            bars.append(Bar(name: step.name, value: step.value, isSum: false, from: level, to: level + step.value))
            level += step.value
        }
        bars.append(Bar(name: waterfall.end.name, value: waterfall.end.value, isSum: true, from: 0, to: waterfall.end.value))
        self.bars = bars
    }

    var positions: [Position] { bars.map { .name($0.name) } }
    var values: [Double] { bars.flatMap { [$0.from, $0.to] } }

    func labels(_ format: NumberFormat, step: Double, on sheet: Sheet) -> [String]? {
        let choices = format.choices(for: bars.map(\.value), in: sheet.locale).map { texts in
            zip(bars, texts).map { bar, text in !bar.isSum && bar.value > 0 ? "+\(text)" : text }
        }
        return choices.first { sheet.widest($0, in: TypeScale.value) <= step - 5 }
    }

    func nodes(in area: PlotArea, labels: [String]?) -> [Scene.Node] {
        let width = min(area.x.bandwidth, BarLayer.widest)
        let marks = bars.enumerated().map { index, bar in
            let rect = area.bar(at: area.x(index), width: width, from: bar.from, to: bar.to)
            return area.mark(
                bar.name, bar.value, Scene.Node.bar(rect, rounding: bar.to >= bar.from ? .top : .bottom, color(of: bar, in: area)))
        }
        let joints = bars.indices.dropLast().map { index in
            let level = area.y(bars[index].to)
            // A step too small to be seen would leave a hole in the line, which goes on through it.
            let isSeen = abs(area.y(bars[index + 1].to) - level) >= 1
            return area.sheet.line(
                Point(x: area.x(index) + width / 2, y: level), Point(x: area.x(index + 1) + (isSeen ? -width : width) / 2, y: level),
                Stroke(area.sheet.theme.mutedInk, width: 1)
            )
        }
        var nodes: [Scene.Node] = [.group(.annotation, joints), .group(.marks, marks)]
        if let labels {
            nodes.append(.group(.annotation, bars.indices.map { number(labels[$0], of: bars[$0], at: area.x($0), in: area) }))
        }
        return nodes
    }

    private func color(of bar: Bar, in area: PlotArea) -> Color {
        bar.isSum ? area.color(.neutral) : area.color(bar.value >= 0 ? .categorical(1) : .accent)
    }

    private func number(_ text: String, of bar: Bar, at x: Double, in area: PlotArea) -> Scene.Node {
        let capHeight = area.sheet.metrics(of: TypeScale.value).capHeight
        func baseline(beyond value: Double, above: Bool) -> Double { area.y(value) + (above ? -4 : 4 + capHeight) }
        let rises = bar.to >= bar.from
        var place = baseline(beyond: bar.to, above: rises)
        // Beyond its other end, where the line of zero would strike it through or the names below have the room.
        let isOutside = place > area.rect.bottom || place - capHeight < area.rect.top
        if isOutside || (place - capHeight - 2...place + 2).contains(area.y(0)) { place = baseline(beyond: bar.from, above: !rises) }
        return area.sheet.run(text, x, place, .middle, TypeScale.value, area.sheet.theme.ink)
    }
}
