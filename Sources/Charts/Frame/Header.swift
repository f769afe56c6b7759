import Drawing

/// The title and the subtitle, at the top of a picture.
struct Header: EdgeComponent {
    private let title: TextBlock
    private let subtitle: TextBlock
    private let gap: Double

    init(_ chart: Chart, width: Double, detail: LevelOfDetail, in context: LayoutContext) {
        let isSmall = context.isSmall
        // In a lower picture the title would take the room of the marks.
        let hasTitle = context.size.height >= 60
        // A message is longer than a topic, and high pictures have room for it.
        let lineCount = isSmall ? 1 : context.size.height < 280 ? 2 : 3
        func title(_ text: String) -> TextBlock {
            TextBlock(hasTitle ? text : "", isSmall ? .smallTitle : .title, width: width, lines: lineCount, in: context)
        }
        let whole = title(chart.title)
        // Half of a message is none.
        self.title = whole.isClipped ? chart.topic.map(title) ?? whole : whole
        subtitle = TextBlock(
            lines: detail == .full ? Self.lines(ofSubtitle: chart.subtitle, width: width, in: context) : [], .subtitle, in: context)
        gap = self.title.isEmpty && subtitle.isEmpty ? 0 : isSmall ? 4 : detail <= .axis ? 8 : 14
    }

    var edge: Path.Edge { .top }
    var thickness: Double { title.height + subtitleGap + subtitle.height + gap }
    private var subtitleGap: Double { subtitle.isEmpty ? 0 : 2 }

    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        let top = plot.top - thickness
        let nodes = title.nodes(x: plot.left, top: top) + subtitle.nodes(x: plot.left, top: top + title.height + subtitleGap)
        return [.group(.title, nodes)]
    }

    /// Returns the subtitle in up to two lines, broken between its parts where each line has room for whole ones: a period in one line is
    /// read at once.
    private static func lines(ofSubtitle subtitle: String, width: Double, in context: LayoutContext) -> [String] {
        let lines = context.wrap(subtitle, in: .subtitle, to: width, lines: 2)
        let parts = subtitle.split(separator: " · ")
        guard lines.count > 1, parts.count > 1 else { return lines }
        let breaks = (1..<parts.count).reversed().lazy.map { count in
            [parts[..<count].joined(separator: " · "), parts[count...].joined(separator: " · ")]
        }
        return breaks.first { context.widest($0, in: .subtitle) <= width } ?? lines
    }
}

/// The footnote and what the reader must know of the marks, at the bottom of a picture.
struct Footnote: EdgeComponent {
    private let block: TextBlock

    init(_ chart: Chart, width: Double, detail: LevelOfDetail, in context: LayoutContext) {
        block = TextBlock(detail == .full ? chart.notes : "", .footnote, width: width, lines: 2, in: context)
    }

    var edge: Path.Edge { .bottom }
    var thickness: Double { block.isEmpty ? 0 : block.height + 8 }

    func nodes(beside plot: Rect, along scale: Void = ()) -> [Scene.Node] {
        block.isEmpty ? [] : [.group(.footnote, block.nodes(x: plot.left, bottom: plot.bottom + thickness))]
    }
}
