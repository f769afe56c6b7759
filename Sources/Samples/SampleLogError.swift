public import Purchases

/// Why there is no such sample log.
public enum SampleLogError: Error, Hashable, Sendable {
    case users(Int)
    case months(Int)
    case endsTooLate(startingIn: Month, months: Int)
}

extension SampleLogError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .users(let count):
            "There is no log of \(count) shoppers. Ask for \(SampleLog.userRange.lowerBound) to \(SampleLog.userRange.upperBound)."
        case .months(let count):
            "There is no log of \(count) months. Ask for \(SampleLog.monthRange.lowerBound) to \(SampleLog.monthRange.upperBound)."
        case .endsTooLate(let start, let months):
            "\(months) months from \(start) end after the year 9999. Begin earlier, or ask for fewer months."
        }
    }
}
