extension Mark {
    /// Returns bars with a position, a value and a color read from each of `rows`.
    ///
    ///     .bar(months, position: { .month(year: $0.year, month: $0.month) }, value: \.total)
    public static func bar<Row>(
        _ rows: some Collection<Row>, _ orientation: Bar.Orientation = .vertical,
        position: (Row) -> Position, value: (Row) -> Double, color: (Row) -> MarkColor = { _ in .accent }, unfinished: Int? = nil
    ) -> Mark {
        .bar(
            Bar(
                rows: rows.map { Bar.Row(position: position($0), value: value($0), color: color($0)) },
                orientation: orientation, unfinished: unfinished
            )
        )
    }

    /// Returns a ring with a slice for each of `rows`.
    public static func donut<Row>(
        _ rows: some Collection<Row>, name: (Row) -> String, value: (Row) -> Double, color: (Row) -> MarkColor
    ) -> Mark {
        .arc(Arc(rows: rows.map { Arc.Row(name: name($0), value: value($0), color: color($0)) }))
    }

    /// Returns a pie with a slice for each of `rows`.
    public static func pie<Row>(
        _ rows: some Collection<Row>, name: (Row) -> String, value: (Row) -> Double, color: (Row) -> MarkColor
    ) -> Mark {
        .arc(Arc(rows: rows.map { Arc.Row(name: name($0), value: value($0), color: color($0)) }, shape: .pie))
    }

    /// Returns a dot for each of `rows` whose value is known.
    ///
    ///     .dots(prices, name: "Unit price", position: { .day($0.date.dayNumber) }, value: \.amount)
    public static func dots<Row>(
        _ rows: some Collection<Row>, name: String, position: (Row) -> Position, value: (Row) -> Double?, color: MarkColor = .accent
    ) -> Mark {
        .dots(Dots(positions: rows.map(position), series: [Series(name: name, values: rows.map(value), color: color)]))
    }

    /// Returns a small line without an axis through the values of `rows`.
    public static func sparkline<Row>(
        _ rows: some Collection<Row>, position: (Row) -> Position, value: (Row) -> Double?, color: MarkColor = .accent
    ) -> Mark {
        .sparkline(Sparkline(positions: rows.map(position), values: rows.map(value), color: color))
    }

    public static func histogram(_ bins: [Histogram.Bin]) -> Mark {
        .histogram(Histogram(bins: bins))
    }

    /// Returns a horizontal rule at a value of the y axis.
    public static func rule(y value: Double, label: String) -> Mark {
        .rule(Rule(axis: .y, value: value, label: label))
    }

    /// Returns an upright rule at a value of the x axis.
    public static func rule(x value: Double, label: String) -> Mark {
        .rule(Rule(axis: .x, value: value, label: label))
    }
}
