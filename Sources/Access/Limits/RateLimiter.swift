import Caching

/// How much one client may ask for.
public struct RatePolicy: Hashable, Sendable {
    /// The units that a client may use at once.
    public let quota: Int
    /// The seconds in which they come back.
    public let window: Int

    /// - Returns: nil where one of them is no positive number of at most a million.
    public init?(quota: Int, window: Int) {
        guard (1...1_000_000).contains(quota), (1...1_000_000).contains(window) else { return nil }
        (self.quota, self.window) = (quota, window)
    }

    var unitsPerSecond: Double { Double(quota) / Double(window) }
}

/// What a client is told of its limit.
public struct RateState: Hashable, Sendable {
    public let policy: RatePolicy
    /// Whole units that are left.
    public let remaining: Int
    /// Whole seconds until all are back.
    public let reset: Int
    /// Whole seconds until this request could be answered; nil for one that is.
    public let retryAfter: Int?

    /// The field `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-11).
    public var policyField: String { "\"default\";q=\(policy.quota);w=\(policy.window)" }
    /// The field `RateLimit` of the same draft.
    public var field: String { "\"default\";r=\(remaining);t=\(reset)" }
}

/// A token bucket for each client: units run out with use, and come back with time.
///
/// What a client did is remembered for so many clients; one whose units are all back is as good as new, so what is forgotten first, the
/// bucket that was not used for the longest time, is hardly ever missed.
public struct RateLimiter<Client: Hashable & Sendable>: Sendable {
    private struct Bucket: Sendable {
        var units: Double
        /// In seconds.
        var time: Double
    }

    public let policy: RatePolicy
    private var buckets: LRUCache<Client, Bucket>

    /// - Parameter capacity: how many clients are remembered.
    public init(policy: RatePolicy, capacity: Int = 10_000) {
        self.policy = policy
        buckets = LRUCache(capacity: max(capacity, 1))
    }

    /// Takes the cost of a request from the client's bucket, or refuses the request and takes nothing.
    ///
    /// One that costs more than the whole quota is let through when the bucket is full, and paid for afterwards.
    ///
    /// - Parameter time: in seconds of a clock that is never set.
    public mutating func charge(_ cost: Double, to client: Client, at time: Double) -> RateState {
        var bucket = filled(buckets.value(for: client), at: time)
        let missing = min(cost, Double(policy.quota)) - bucket.units
        guard missing <= Self.tolerance else {
            return state(of: bucket, retryAfter: max(1, Int((missing / policy.unitsPerSecond).rounded(.up))))
        }
        bucket.units -= cost
        buckets.insert(bucket, for: client)
        return state(of: bucket, retryAfter: nil)
    }

    /// Gives back, or takes, what a request cost less, or more, than was thought; returns what is left.
    @discardableResult
    public mutating func correct(by units: Double, for client: Client, at time: Double) -> RateState {
        var bucket = filled(buckets.value(for: client), at: time)
        bucket.units = min(bucket.units + units, Double(policy.quota))
        buckets.insert(bucket, for: client)
        return state(of: bucket, retryAfter: nil)
    }

    private func filled(_ bucket: Bucket?, at time: Double) -> Bucket {
        guard var bucket else { return Bucket(units: Double(policy.quota), time: time) }
        let elapsed = max(time - bucket.time, 0)
        bucket.units = min(bucket.units + elapsed * policy.unitsPerSecond, Double(policy.quota))
        bucket.time = max(time, bucket.time)
        return bucket
    }

    private func state(of bucket: Bucket, retryAfter: Int?) -> RateState {
        let used = Double(policy.quota) - bucket.units
        return RateState(
            policy: policy, remaining: max(0, Int((bucket.units + Self.tolerance).rounded(.down))),
            reset: max(0, Int((used / policy.unitsPerSecond).rounded(.up))), retryAfter: retryAfter
        )
    }

    /// Sums of tenths are not exact.
    private static var tolerance: Double { 1e-6 }
}
