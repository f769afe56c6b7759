import Drawing

extension Mark {
    /// How one sum became another: bars for both, and between them a step up or down for each cause.
    public struct Waterfall: Hashable, Sendable {
        public struct Step: Hashable, Sendable {
            public var name: String
            /// A sum at the start and the end; a difference, of either sign, between them.
            public var value: Double

            public init(name: String, value: Double) {
                self.name = name
                self.value = value
            }
        }

        public var start: Step
        public var steps: [Step]
        /// What the start and all steps come to.
        public var end: Step
        /// Whether the sums, where they are far larger than the steps, are cut at their foot so that the steps are seen.
        public var cutsSums: Bool
        var axis = ValueAxis.y

        public init(start: Step, steps: [Step], end: Step, cutsSums: Bool = false) {
            self.start = start
            self.steps = steps
            self.end = end
            self.cutsSums = cutsSums
        }
    }
}

extension Mark.Waterfall: CartesianMark {
    var mark: Mark { .waterfall(self) }
    var numbers: [Double] { ([start] + steps + [end]).map(\.value) }
    var hasLengths: Bool { true }

    func note(in words: MarkWords) -> String? {
        foot == 0
            ? nil
            : words.locale.phrase(
                "Both sums are cut at their foot.", de: "Beide Summen sind unten abgeschnitten.",
                fr: "Les deux sommes sont coupées à leur base.", es: "Las dos sumas están cortadas por abajo.")
    }

    /// Both sums, and the steps that did most.
    func message(in words: MarkWords) -> String? {
        func part(_ step: Step, _ text: String) -> String { "\(step.name.clipped(to: 30).isolated) \(text)" }
        var message = "\(part(start, words.text(of: start.value))), \(part(end, words.text(of: end.value)))"
        let rise = steps.filter { $0.value > 0 }.max { $0.value < $1.value }
        let fall = steps.filter { $0.value < 0 }.min { $0.value < $1.value }
        for step in [rise, fall].compactMap({ $0 }) {
            let more = words.locale.semicolon + part(step, words.signedText(step.value))
            if (words.chart.topic ?? words.chart.title).count + message.count + more.count < Chart.messageLimit - 10 { message += more }
        }
        return message + "."
    }

    /// A line for each sum and each step between them.
    func lines(in words: MarkWords) -> [String] {
        func sum(_ step: Step) -> String { words.line(step.name, words.text(of: step.value)) }
        return [sum(start)] + steps.map { words.line($0.name, words.signedText($0.value)) } + [sum(end)]
    }

    // MARK: Layout

    private struct Bar {
        let name: String
        let value: Double
        let isSum: Bool
        /// Where the bar begins and ends on the axis.
        let from: Double
        let to: Double
    }

    /// Where the sums begin: zero, unless all levels are above it farther than they are apart.
    private var foot: Double {
        let levels = steps.reduce(into: [start.value, end.value]) { levels, step in
            levels.append((levels.count > 2 ? levels[levels.count - 1] : start.value) + step.value)
        }
        guard cutsSums, let low = levels.min(), let high = levels.max(), low > high - low, high > low else { return 0 }
        return low - (high - low) * 0.6
    }

    private var bars: [Bar] {
        let foot = foot
        var bars = [Bar(name: start.name, value: start.value, isSum: true, from: foot, to: start.value)]
        var level = start.value
        for step in steps {
            bars.append(Bar(name: step.name, value: step.value, isSum: false, from: level, to: level + step.value))
            level += step.value
        }
        return bars + [Bar(name: end.name, value: end.value, isSum: true, from: foot, to: end.value)]
    }

    var plotPositions: Positions { .places(([start] + steps + [end]).map { .name($0.name) }, keepsTime: false) }
    var drawnValues: [Double] { bars.flatMap { [$0.from, $0.to] } }
    var labelledValues: [Double]? { numbers }
    var includesZero: Bool { foot == 0 }

    func signed(_ labels: [String], in locale: Locale) -> [String] {
        zip(bars, labels).map { bar, text in !bar.isSum && bar.value > 0 ? locale.withPlus(text) : text }
    }

    func shapes(in area: PlotArea) -> [Scene.Node] {
        let (bars, width) = (bars, area.barWidth)
        let marks = bars.enumerated().map { index, bar in
            let rect = area.bar(at: area.center(index), width: width, from: bar.from, to: bar.to)
            let color: MarkColor = bar.isSum ? .neutral : bar.value >= 0 ? .more : .less
            return area.mark(
                bar.name, bar.value,
                Scene.Node.bar(rect, rounding: area.end(isForward: bar.to >= bar.from), area.color(color)))
        }
        let joints = bars.indices.dropLast().map { index in
            let level = area.values(bars[index].to)
            // A step too small to be seen would leave a hole in the line, which goes on through it.
            let isSeen = abs(area.values(bars[index + 1].to) - level) >= 1
            return area.context.line(
                area.point(area.center(index) + width / 2, level),
                area.point(area.center(index + 1) + (isSeen ? -width : width) / 2, level),
                Stroke(area.context.theme.mutedInk, width: 1)
            )
        }
        return [.group(.annotation, joints), .group(.marks, marks)] + (foot == 0 ? [] : [.group(.annotation, cuts(in: area))])
    }

    /// Returns a slanted gap through each sum, near its foot.
    private func cuts(in area: PlotArea) -> [Scene.Node] {
        let (bars, half) = (bars, area.barWidth / 2 + 1)
        return [0, bars.count - 1].map { index in
            let (center, base) = (area.center(index), area.values(foot))
            let height = base + (area.values(bars[index].to) - base) * 0.35
            let rise = area.orientation == .vertical ? -2.0 : 2
            let corners = [(-half, rise), (half, -rise), (half, 2 * rise), (-half, 4 * rise)].map { area.point(center + $0, height + $1) }
            return .shape(Path(Path(through: corners).elements + [.close]), fill: area.context.theme.paper, stroke: nil)
        }
    }

    func numbers(_ labels: [String], in area: PlotArea) -> [Scene.Node] {
        [.group(.annotation, bars.enumerated().map { number(labels[$0], of: $1, at: area.center($0), in: area) })]
    }

    private func number(_ text: String, of bar: Bar, at center: Double, in area: PlotArea) -> Scene.Node {
        guard area.orientation == .vertical else { return area.number(text, at: center, beyond: bar.to) }
        let capHeight = area.context.metrics(of: area.numberStyle).capHeight
        func baseline(beyond value: Double, above: Bool) -> Double { area.values(value) + (above ? -4 : 4 + capHeight) }
        let rises = bar.to >= bar.from
        var place = baseline(beyond: bar.to, above: rises)
        // Beyond its other end, where the line of zero would strike it through or the names below have the room.
        let isOutside = place > area.rect.bottom || place - capHeight < area.rect.top
        if isOutside || (place - capHeight - 2...place + 2).contains(area.values(0)) { place = baseline(beyond: bar.from, above: !rises) }
        return area.context.text(text, area.numberStyle, x: center, baseline: place, anchor: .middle)
    }
}
