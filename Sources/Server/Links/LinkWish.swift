public import Purchases

/// What a signed link is asked for.
public struct LinkWish: Hashable, Sendable {
    /// A path of the API with its query, as in `/api/users/U001/monthly-trends.png?month=2024-03`.
    public var path: String
    public var expiry: LinkExpiry
    /// How much is disclosed, in place of what the query says; nil to leave it.
    public var disclosure: String?
    /// Whether the link shows for ever what is known today, and not what is known whenever it is opened.
    public var isPinned: Bool
    /// The filters that whoever follows the link may narrow it by; nil for a link that shows one thing.
    public var freeFilters: FreeFilters?

    public init(
        path: String, expiry: LinkExpiry = .default, disclosure: String? = nil, isPinned: Bool = false, freeFilters: FreeFilters? = nil
    ) {
        self.path = path
        self.expiry = expiry
        self.disclosure = disclosure
        self.isPinned = isPinned
        self.freeFilters = freeFilters
    }
}

/// When a link is to expire.
public enum LinkExpiry: Hashable, Sendable {
    case after(seconds: Int64)
    case at(Timestamp)

    /// A month: mail is read late.
    public static let `default` = LinkExpiry.after(seconds: 30 * 86_400)

    /// Reads `30d`, `12h`, `90m`, `2w`, a day such as `2026-12-31`, or a time such as `2026-12-31T18:00:00Z`.
    public init?(_ text: String) {
        if let time = Timestamp(text) {
            self = .at(time)
        } else if let day = CalendarDate(text) {
            self = .at(Timestamp(day))
        } else {
            let units: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400, "w": 7 * 86_400]
            guard let unit = text.last.flatMap({ units[$0] }), text.utf8.count <= 8, text.dropLast().allSatisfy({ "0"..."9" ~= $0 }),
                let count = Int64(text.dropLast()), count > 0
            else { return nil }
            self = .after(seconds: count * unit)
        }
    }

    /// - Parameter now: in seconds since 1970 UTC.
    public func time(after now: Int64) -> Timestamp {
        switch self {
        case .after(let seconds): Timestamp(now + seconds)
        case .at(let time): time
        }
    }
}

/// A reason a link is not made: what of the wish is wrong, and what to do.
public struct LinkRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// `path` or `expires` or `disclosure` or `pinned` or `free`.
    public var part: String
    public var reason: String

    public var description: String { "The \(part) \(reason)." }
}
