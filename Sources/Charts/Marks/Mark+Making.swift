extension Mark {
    /// Returns bars with a position, a value and a color read from each of `rows`.
    ///
    ///     .bar(months, position: { .month(year: $0.year, month: $0.month) }, value: \.total)
    public static func bar<Row>(
        _ rows: some Collection<Row>, _ orientation: Bar.Orientation = .vertical,
        position: (Row) -> Position, value: (Row) -> Double, color: (Row) -> MarkColor = { _ in .accent }
    ) -> Mark {
        .bar(
            Bar(
                rows: rows.map { Bar.Row(position: position($0), value: value($0), color: color($0)) },
                orientation: orientation
            )
        )
    }

    /// Returns a ring with a slice for each of `rows`.
    public static func donut<Row>(
        _ rows: some Collection<Row>, name: (Row) -> String, value: (Row) -> Double, color: (Row) -> MarkColor
    ) -> Mark {
        .arc(Arc(rows: rows.map { Arc.Row(name: name($0), value: value($0), color: color($0)) }))
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
