public import Purchases

/// A chart that is kept under an id, to be drawn again by whoever has that.
public struct KeptChart: Hashable, Sendable {
    /// What a list says of one.
    public struct Summary: Hashable, Sendable {
        public var id: String
        /// Empty for a chart without one.
        public var title: String
        public var byteCount: Int
        public var creation: Timestamp
        /// When it is forgotten; nil for never.
        public var expiry: Timestamp?
        /// The last day on which it was kept or asked for.
        public var lastUse: CalendarDate

        public init(
            id: String, title: String, byteCount: Int, creation: Timestamp, expiry: Timestamp? = nil, lastUse: CalendarDate? = nil
        ) {
            self.id = id
            self.title = title
            self.byteCount = byteCount
            self.creation = creation
            self.expiry = expiry
            self.lastUse = lastUse ?? creation.day
        }
    }

    public let summary: Summary
    /// What it is drawn from.
    public let content: [UInt8]

    public var id: String { summary.id }

    /// - Parameter id: made of the content, so that the same chart has the same.
    public init(id: String, title: String = "", content: [UInt8], creation: Timestamp, expiry: Timestamp? = nil) {
        self.init(
            Summary(id: id, title: title, byteCount: content.count, creation: creation, expiry: expiry), content: content)
    }

    public init(_ summary: Summary, content: [UInt8]) {
        self.summary = summary
        self.content = content
    }
}

/// How many charts may be kept, and what becomes of one more.
public struct KeptChartLimits: Hashable, Sendable {
    /// Bytes of one.
    public var chartSize = 100_000
    public var count = 100_000
    /// Bytes of all together.
    public var byteCount = 500_000_000
    /// Whether those go first that nobody has asked for the longest; otherwise a store that is full takes no more.
    public var dropsUnused = false

    public init() {}
}

public enum KeptChartError: Error, Hashable, Sendable, CustomStringConvertible {
    case tooLarge(limit: Int)
    case full

    public var description: String {
        switch self {
        case .tooLarge(let limit): "The chart has more than \(limit) bytes, which is the most for one that is kept. Send fewer rows."
        case .full:
            "As many charts are kept as may be. Let new ones expire, or have some removed: `cartograph charts list` has all."
        }
    }
}
