/// What is between two ticks of an axis of times, where that is less than a day: so many seconds, minutes or hours.
struct ClockInterval: Hashable {
    let seconds: Double

    private static let steps: [Double] = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200,
    ]

    /// Whether labels have seconds.
    var hasSeconds: Bool { seconds < 60 }

    /// Returns the shortest interval that has at most `most` ticks in the domain; nil where that would be a day or more.
    static func fitting(_ domain: ClosedRange<Double>, most: Int) -> ClockInterval? {
        steps.first { step in
            (domain.upperBound / step).rounded(.down) - (domain.lowerBound / step).rounded(.up) + 1 <= Double(most)
        }.map(ClockInterval.init)
    }

    /// Returns the times in the domain at which an interval begins, counted from midnight.
    func ticks(in domain: ClosedRange<Double>) -> [Double] {
        Array(stride(from: (domain.lowerBound / seconds).rounded(.up) * seconds, through: domain.upperBound, by: seconds))
    }
}
