/// A query that cannot be read: everything wrong with it, at once.
public struct InvalidQuery: Error, Hashable, Sendable {
    public struct Fault: Hashable, Sendable {
        public var parameter: String
        public var detail: String

        public init(parameter: String, detail: String) {
            self.parameter = parameter
            self.detail = detail
        }
    }

    /// The first faults, at most `limit` of them: a message has to stay readable.
    public let faults: [Fault]
    /// How many more there are.
    public let omittedCount: Int

    static let limit = 20

    init(_ faults: [Fault]) {
        self.faults = Array(faults.prefix(Self.limit))
        omittedCount = faults.count - self.faults.count
    }
}

extension InvalidQuery: CustomStringConvertible {
    public var description: String {
        let sentences = faults.map { "\($0.parameter): \($0.detail)\($0.detail.hasSuffix("?") ? "" : ".")" }
        return (sentences + (omittedCount > 0 ? ["And \(omittedCount) more."] : [])).joined(separator: " ")
    }
}
