extension Mark {
    /// A line across the whole plot at one value of an axis.
    public struct Rule: Hashable, Sendable {
        public enum Axis: Hashable, Sendable {
            /// Of numbers that are binned, or of days counted from 1970-01-01.
            case x
            case y, y2
        }

        public var axis: Axis
        public var value: Double
        public var label: String

        public init(axis: Axis, value: Double, label: String) {
            self.axis = axis
            self.value = value
            self.label = label
        }
    }

    /// Returns a rule at a value of the y axis.
    public static func rule(y value: Double, label: String) -> Mark { .rule(Rule(axis: .y, value: value, label: label)) }

    /// Returns a rule at a value of the second axis of values.
    public static func rule(y2 value: Double, label: String) -> Mark { .rule(Rule(axis: .y2, value: value, label: label)) }

    /// Returns a rule at a value of the x axis.
    public static func rule(x value: Double, label: String) -> Mark { .rule(Rule(axis: .x, value: value, label: label)) }
}

extension Mark.Rule.Axis {
    init(_ axis: Mark.ValueAxis) {
        switch axis {
        case .y: self = .y
        case .y2: self = .y2
        }
    }

    var valueAxis: Mark.ValueAxis? {
        switch self {
        case .x: nil
        case .y: .y
        case .y2: .y2
        }
    }
}

extension Mark.Rule: MarkContent {
    var mark: Mark { .rule(self) }
    var layout: MarkLayout { .rule(self) }
    var numbers: [Double] { [value] }
    var valueAxis: Mark.ValueAxis? { axis.valueAxis }
    var hasValues: Bool { axis != .x }

    func lines(in words: MarkWords) -> [String] { [label] }
}
