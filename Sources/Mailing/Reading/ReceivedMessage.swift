/// A message that anybody may have written, read as far as it can be.
///
/// Every text is bounded: what is beyond the limits is left out and told in `omissions`, so that a hostile message costs no more than a
/// large one.
public struct ReceivedMessage: Hashable, Sendable {
    /// The most bytes of a message that is read.
    public static let sizeLimit = 25_000_000
    static let depthLimit = 12
    static let partLimit = 200
    static let fieldLimit = 300

    struct Field: Hashable, Sendable {
        var name: String
        /// Unfolded, not decoded.
        var body: String
    }

    struct Part: Hashable, Sendable {
        var fields: [Field]
        var type: ContentType
        /// Decoded; empty for a part of parts.
        var content: [UInt8]
        var parts: [Part]
        /// Whether the content was not written as its head says.
        var isGarbled = false

        func field(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.body }

        /// This part and all within it.
        var all: [Part] { [self] + parts.flatMap(\.all) }
    }

    let root: Part
    let size: Int
    /// What was left out, in words.
    let omissions: [String]
    /// The longest line, its end aside.
    let longestLine: Int

    public init(_ bytes: [UInt8]) {
        var reader = PartReader()
        if bytes.count > Self.sizeLimit { reader.omit("everything beyond \(Self.sizeLimit) bytes") }
        root = reader.part(bytes.prefix(Self.sizeLimit), depth: 0)
        size = bytes.count
        omissions = reader.omissions
        var (longest, start) = (0, 0)
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            longest = max(longest, index - start - (index > start && bytes[index - 1] == UInt8(ascii: "\r") ? 1 : 0))
            start = index + 1
        }
        longestLine = max(longest, bytes.count - start)
    }
}
