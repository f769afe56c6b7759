import Foundation
import Purchases
import Synchronization

/// What `Date` says, written once a second.
final class HTTPDate: Sendable {
    private let now: @Sendable () -> Date
    private let current = Mutex((second: Int.min, text: ""))

    init(now: @escaping @Sendable () -> Date = { .now }) { self.now = now }

    /// As in `Wed, 25 Nov 2026 13:24:47 GMT` (RFC 9110, section 5.6.7).
    var text: String {
        let second = Int(now().timeIntervalSince1970.rounded(.down))
        return current.withLock { current in
            if current.second != second { current = (second, Timestamp(Int64(second)).internetDescription(zone: "GMT")) }
            return current.text
        }
    }
}
