import Drawing

/// How wide the columns of a table are, and in which style its texts stand.
struct TableColumns {
    let style: TextStyle
    /// From the left edge of the table; the ends are where the gaps begin.
    let spans: [(left: Double, right: Double)]

    /// How far the rules between the rows reach.
    var width: Double { spans.last?.right ?? 0 }

    private static let gap = 14.0
    /// What a column of words is given at least, when there are numbers beside it.
    private static let narrowest = 90.0
    private static let widestSpace = 64.0

    init(_ table: TextTable, width: Double, in context: LayoutContext) {
        var style = TextStyle.cells[0]
        var widths: [Double] = []
        // Sooner a heading of several lines than small type.
        for (candidate, isWrapped) in TextStyle.cells.flatMap({ [($0, false), ($0, true)] }) {
            style = candidate
            widths = Self.widths(of: table, in: candidate, wrappingHeadings: isWrapped, in: context)
            if Self.needed(widths, table) <= width { break }
        }
        self.style = style
        let room = width - Self.gap * Double(max(table.columns.count - 1, 0))
        var shares = Self.fitted(widths, table, to: room)
        // Columns stand apart, but not so far that the eye loses its row.
        let spare = min((room - shares.reduce(0, +)) / Double(max(shares.count, 1)), Self.widestSpace)
        if spare > 0 { shares = shares.map { $0 + spare } }
        var left = 0.0
        spans = shares.map { share in
            defer { left += share + Self.gap }
            return (left, left + share)
        }
    }

    /// - Parameter wrappingHeadings: whether a heading above numbers has a line for each of its words.
    private static func widths(
        of table: TextTable, in style: TextStyle, wrappingHeadings: Bool, in context: LayoutContext
    ) -> [Double] {
        table.columns.indices.map { index in
            let (column, headingStyle) = (table.columns[index], TextStyle.columnHeading(beside: style))
            let heading =
                wrappingHeadings && column.isNumber
                ? min(context.widestWord(in: [column.heading], in: headingStyle), narrowest)
                : context.width(of: column.heading, in: headingStyle)
            return max(heading, context.widest(table.rows.lazy.map { $0[index] }, in: style))
        }
    }

    /// The room in which every number is whole and every word has a line of some length.
    private static func needed(_ widths: [Double], _ table: TextTable) -> Double {
        zip(widths, table.columns).reduce(gap * Double(max(widths.count - 1, 0))) {
            $0 + ($1.1.isNumber ? $1.0 : min($1.0, narrowest))
        }
    }

    /// Returns the widths made to come to `room` at most: words give way before numbers do, the widest first.
    private static func fitted(_ widths: [Double], _ table: TextTable, to room: Double) -> [Double] {
        var fitted = widths
        for isNumber in [false, true] {
            let indices = widths.indices.filter { table.columns[$0].isNumber == isNumber }
            let others = widths.indices.filter { table.columns[$0].isNumber != isNumber }.reduce(0) { $0 + fitted[$1] }
            let own = indices.reduce(0) { $0 + fitted[$1] }
            guard own + others > room, own > 0 else { continue }
            let least = isNumber ? 20 : narrowest
            let cap = cap(on: indices.map { fitted[$0] }, to: max(room - others, least * Double(indices.count)))
            for index in indices { fitted[index] = min(fitted[index], cap) }
        }
        return fitted
    }

    /// Returns the width that no column may exceed for all of them to come to `room`.
    private static func cap(on widths: [Double], to room: Double) -> Double {
        var left = room
        for (index, width) in widths.sorted().enumerated() {
            let share = left / Double(widths.count - index)
            if width >= share { return share }
            left -= width
        }
        return .infinity
    }
}
