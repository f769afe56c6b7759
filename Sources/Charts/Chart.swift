/// A chart: what to show, and nothing about how or where it will be drawn.
///
///     let chart = Chart(
///         "Spending by month",
///         y: Axis("spent", format: .currency(.usDollar)),
///         marks: [.bar(months, position: \.position, value: \.total), .rule(y: mean, label: "Mean")]
///     )
///
/// A chart is a value. Lay it out with ``scene(size:theme:measuring:)`` and
/// hand the scene to any backend.
public struct Chart: Hashable, Sendable {
    public var title: String
    /// What is measured, its unit and the period.
    public var subtitle: String
    /// The source, what is left out, the rule used.
    public var footnote: String
    /// The axis of positions, or of the numbers that are binned.
    public var x: Axis
    /// The axis of values, upright or not.
    public var y: Axis
    public var marks: [Mark]
    public var locale: Locale
    /// What the chart says, in one sentence; by default it names the sum, the highest and the lowest value.
    public var headline: String?
    /// The sum of all values, where those of the marks are too coarse to be added up; nil for the sum of the marks.
    public var total: Double?
    /// What the picture says when there is nothing to show.
    public var emptyMessage: String

    public init(
        _ title: String, subtitle: String = "", footnote: String = "", x: Axis = Axis(), y: Axis = Axis(), marks: [Mark],
        locale: Locale = .americanEnglish, headline: String? = nil, emptyMessage: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.footnote = footnote
        self.x = x
        self.y = y
        self.marks = marks
        self.locale = locale
        self.headline = headline
        self.emptyMessage = emptyMessage ?? locale.phrase("No data", de: "Keine Daten", fr: "Aucune donnée", es: "Sin datos")
    }
}

/// A reason a chart cannot be laid out.
public enum ChartError: Error, Hashable, Sendable {
    /// A row has a number that is not finite.
    case notFinite(Double)
    /// A value that has no place on a logarithmic axis.
    case notPositive(Double)
    /// Marks whose lengths stand for values, on a logarithmic axis.
    case lengthsOnLogarithm
    /// A day too far from today's for a calendar.
    case dayOutOfRange(Int)
    /// Marks that do not share a plot, as a ring and bars.
    case mixedMarks
}

extension ChartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notFinite(let value): "the chart has the value \(value), which has no place on a scale: remove it or replace it"
        case .dayOutOfRange(let day):
            "the chart has the day \(day), counted from 1970-01-01: give one in \(CalendarDay.range.lowerBound)…\(CalendarDay.range.upperBound)"
        case .notPositive(let value):
            "the chart has the value \(value) on a logarithmic axis, which begins above zero: remove it or use a linear axis"
        case .lengthsOnLogarithm: "bars and areas begin at zero, which a logarithmic axis does not have: use lines, dots or a linear axis"
        case .mixedMarks: "the chart mixes marks that need different plots: make a chart of each"
        }
    }
}
