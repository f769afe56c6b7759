/// A body that is JSON but not what is asked for: everything wrong with it, at once.
struct InvalidBody: Error, Hashable, Sendable {
    struct Fault: Hashable, Sendable {
        /// Where, as RFC 6901 writes it; empty for the body as a whole.
        var pointer: String
        var detail: String
    }

    /// The first faults, at most `limit`.
    let faults: [Fault]
    let omittedCount: Int

    static let limit = 1_000

    init(_ faults: [Fault]) {
        self.faults = Array(faults.prefix(Self.limit))
        omittedCount = faults.count - self.faults.count
    }
}

extension InvalidBody: CustomStringConvertible {
    /// The first faults in sentences, and how many more there are.
    var description: String {
        let shown = faults.prefix(3).map { fault in
            "\(fault.pointer.isEmpty ? "The body" : fault.pointer) \(fault.detail)\(fault.detail.hasSuffix("?") ? "" : ".")"
        }
        let more = faults.count + omittedCount - shown.count
        return (shown + (more > 0 ? ["And \(more) more."] : [])).joined(separator: " ")
    }
}
