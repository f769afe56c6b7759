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
    /// A list that has not one entry for each position, row or column.
    ///
    /// - Parameter of: the name of the series or the row.
    case unevenCounts(of: String, count: Int, expected: Int)
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
        case .unevenCounts(let name, let count, let expected):
            "the chart has \(count) values for \(expected) places\(name.isEmpty ? "" : " in “\(name)”"): give one for each, and nil where nothing is known"
        case .mixedMarks: "the chart mixes marks that need different plots: make a chart of each"
        }
    }
}
