import Drawing

extension Mark {
    /// How much of a whole there is: a bar within a longer one, and the share as text.
    public struct Progress: Hashable, Sendable {
        /// Empty for none.
        public var name: String
        public var value: Double
        /// Above zero.
        public var whole: Double
        public var color: MarkColor

        public init(_ name: String = "", value: Double, of whole: Double, color: MarkColor = .accent) {
            self.name = name
            self.value = value
            self.whole = whole
            self.color = color
        }
    }
}

extension Mark.Progress: SolitaryMark {
    var mark: Mark { .progress(self) }
    /// Of nothing there is no share.
    var isEmpty: Bool { whole <= 0 }
    var numbers: [Double] { [value, whole] }
    var hasLengths: Bool { true }
    var isSummable: Bool { false }

    private var share: Double { value / whole }

    func shareText(in locale: Locale) -> String {
        // There is little of it, but not nothing; and nearly all is not all.
        let text = NumberFormat.percent.text(share, in: locale)
        let (none, all) = (NumberFormat.percent.text(0, in: locale), NumberFormat.percent.text(1, in: locale))
        if share > 0, text == none { return "<\(NumberFormat.percent.text(0.001, in: locale))" }
        return share < 1 && text == all ? ">\(NumberFormat.percent.text(0.99, in: locale))" : text
    }

    /// Returns the value and its whole; nil where the share says the same.
    func amount(_ format: NumberFormat, in locale: Locale) -> String? {
        guard whole != 100 || format != .count, format != .percent else { return nil }
        let (value, whole) = (format.text(value, in: locale).isolated, format.text(whole, in: locale).isolated)
        return locale.phrase("\(value) of \(whole)", de: "\(value) von \(whole)", fr: "\(value) sur \(whole)", es: "\(value) de \(whole)")
    }

    func message(in words: MarkWords) -> String? {
        guard !isEmpty else { return nil }
        let share = shareText(in: words.locale).isolated
        let amount = amount(words.format, in: words.locale).map { " (\($0))" } ?? ""
        return (name.isEmpty ? share : words.locale.text(name.clipped(to: 50).isolated, saying: share)) + amount + "."
    }

    func lines(in words: MarkWords) -> [String] {
        guard !isEmpty else { return [] }
        let name = name.isEmpty ? words.chart.topic ?? words.chart.title : name
        let text = amount(words.format, in: words.locale) ?? shareText(in: words.locale).isolated
        return [name.isEmpty ? text : words.line(name, text)]
    }

    func note(in words: MarkWords) -> String? {
        guard !isEmpty, !(0...1).contains(share) else { return nil }
        return share > 1
            ? words.locale.phrase("More than the whole.", de: "Mehr als das Ganze.", fr: "Plus que le tout.", es: "Más que el total.")
            : words.locale.phrase("Below zero.", de: "Unter null.", fr: "Sous zéro.", es: "Bajo cero.")
    }

    // MARK: Layout

    private static let tallest = 36.0
    private static let gap = 8.0

    func nodes(of chart: Chart, in body: Rect, in context: LayoutContext, detail: LevelOfDetail) -> [Scene.Node]? {
        let text = shareText(in: context.locale)
        // The largest type that leaves the bar as much height as itself.
        for style in TextStyle.keyValues where detail >= .axis {
            let height = context.lineHeight(of: style) + Self.gap
            let bar = min(Self.tallest, body.height - height)
            guard bar >= max(10, context.metrics(of: style).capHeight), context.width(of: text, in: style) <= body.width else { continue }
            let top = body.center.y - (height + bar) / 2
            let baseline = top + context.metrics(of: style).ascent
            var texts = [context.text(text, style, x: body.left, baseline: baseline)]
            let room = body.width - context.width(of: text, in: style) - 16
            if let amount = caption(of: chart, in: context, room: room) {
                texts.append(context.text(amount, .tick, x: body.right, baseline: baseline, anchor: .end))
            }
            let rect = Rect(left: body.left, top: top + height, right: body.right, bottom: top + height + bar)
            return self.bar(in: rect, of: chart, in: context) + [.group(.annotation, texts)]
        }
        guard detail == .bare || body.height >= 10 && detail == .axis else { return nil }
        let height = max(min(Self.tallest, body.height), 1)
        let rect = Rect(left: body.left, top: body.center.y - height / 2, right: body.right, bottom: body.center.y + height / 2)
        return bar(in: rect, of: chart, in: context) + number(text, in: rect, context)
    }

    /// Returns the name and the amounts, as far as there is room for them.
    private func caption(of chart: Chart, in context: LayoutContext, room: Double) -> String? {
        let amount = amount(chart.y.format, in: context.locale)
        let choices = [[name, amount ?? ""], [amount ?? name]].map { parts in
            parts.filter { !$0.isEmpty }.map(\.isolated).joined(separator: " · ")
        }
        return choices.first { !$0.isEmpty && context.width(of: $0, in: .tick) <= room }
    }

    private func end(in rect: Rect) -> Double { rect.left + rect.width * min(max(share, 0), 1) }

    private func bar(in rect: Rect, of chart: Chart, in context: LayoutContext) -> [Scene.Node] {
        var filled = rect
        filled.right = end(in: rect)
        let shapes = Scene.Node.bar(
            filled, rounding: .right, context.theme.color(color), outline: context.theme.edge(color))
        let label = name.isEmpty ? chart.topic ?? chart.title : name
        return [
            .group(.grid, Scene.Node.bar(rect, rounding: .right, context.theme.grid)),
            .group(.marks, [.mark(label, value, chart.y.format, context.locale, shapes)]),
        ]
    }

    /// Returns the share within the bar: on what is filled, or behind it where that is too short.
    private func number(_ text: String, in rect: Rect, _ context: LayoutContext) -> [Scene.Node] {
        let styles = [TextStyle.label, .value, .smallValue].filter { context.metrics(of: $0).lineHeight <= rect.height + 1 }
        for style in styles {
            let width = context.width(of: text, in: style) + 12
            let filled = end(in: rect)
            let ground = context.theme.paper.mixed(
                with: context.theme.color(color), share: Double(context.theme.color(color).alpha) / 255, in: .sRGB)
            if filled - rect.left >= width {
                return [
                    .group(
                        .annotation, [context.text(text, style.with(.on(ground)), x: filled - 6, centeredOn: rect.center.y, anchor: .end)])
                ]
            }
            if rect.right - filled >= width {
                return [.group(.annotation, [context.text(text, style, x: filled + 6, centeredOn: rect.center.y)])]
            }
        }
        return []
    }
}
