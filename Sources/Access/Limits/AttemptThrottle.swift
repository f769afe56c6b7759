import Caching

/// Makes guessing slow: after each failure the next attempt has to wait, for a second at first, then twice as long each time, up to a
/// quarter of an hour.
public struct AttemptThrottle<Subject: Hashable & Sendable>: Sendable {
    private struct Record: Sendable {
        var failures: Int
        /// In seconds.
        var last: Double
    }

    private var records: LRUCache<Subject, Record>

    /// The longest wait, in seconds.
    public static var longestWait: Double { 900 }

    /// - Parameter capacity: how many subjects are remembered, the account's names and the addresses that attempts came from.
    public init(capacity: Int = 10_000) { records = LRUCache(capacity: max(capacity, 1)) }

    /// Returns how many seconds an attempt has to wait; 0 when it may be made.
    ///
    /// - Parameter time: in seconds of a clock that is never set.
    public mutating func wait(of subjects: [Subject], at time: Double) -> Double {
        subjects.map { subject in
            guard let record = records.value(for: subject) else { return 0 }
            return max(0, record.last + Self.pause(after: record.failures) - time)
        }.max() ?? 0
    }

    /// Notes an attempt before it is checked, so that many at once are not all let through.
    public mutating func begin(_ subjects: [Subject], at time: Double) {
        for subject in subjects {
            var record = records.value(for: subject) ?? Record(failures: 0, last: time)
            // Who stayed away for a whole day begins anew.
            if time - record.last > Self.memory { record.failures = 0 }
            record.failures = min(record.failures + 1, Self.mostFailures)
            record.last = time
            records.insert(record, for: subject)
        }
    }

    /// Forgets the failures of who succeeded.
    public mutating func succeed(_ subjects: [Subject]) {
        for subject in subjects { records.removeValue(for: subject) }
    }

    static func pause(after failures: Int) -> Double {
        failures <= 0 ? 0 : min(longestWait, Double(1 << min(failures - 1, mostFailures)))
    }

    private static var mostFailures: Int { 16 }
    private static var memory: Double { 86_400 }
}
