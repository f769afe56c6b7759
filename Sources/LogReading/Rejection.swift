public import Purchases

/// A row that could not be read, and why.
public struct Rejection: Hashable, Sendable {
    /// The line of the file where the row starts, from 1.
    public var line: Int
    /// The column as the header writes it, nil when the whole row is at fault.
    public var column: String?
    /// What the cell holds, or how the row begins: at most 200 characters, control characters made visible.
    public var value: String
    public var reason: Reason
    /// The reason in words that follow the value, as in `is not a quantity such as 2 or 0.75`.
    public var explanation: String
    /// What the row comes to, where that can be read.
    public var sum: Money?

    init(line: Int, column: String? = nil, value: String, reason: Reason, explanation: String? = nil, sum: Money? = nil) {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
        self.explanation = explanation ?? reason.explanation
        self.sum = sum
    }
}

extension Rejection: CustomStringConvertible {
    /// One line for a person, as in `line 7, Quantity: "two" is not a quantity such as 2 or 0.75`.
    public var description: String {
        let place = column.map { "line \(line), \($0)" } ?? "line \(line)"
        return reason == .empty ? "\(place) \(explanation)" : "\(place): \"\(value)\" \(explanation)"
    }
}
