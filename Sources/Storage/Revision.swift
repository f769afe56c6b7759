/// What a collection of purchases is, as one number: equal purchases have equal revisions, on every server and in every store.
///
/// It is the sum, modulo 2⁶⁴, of a hash of each line, so it is kept up to date by adding what comes and subtracting what goes.
/// It tells honest versions apart, as an ETag has to; it is no protection against someone who looks for a collision.
public struct Revision: RawRepresentable, Hashable, Sendable {
    public var rawValue: UInt64

    public init(rawValue: UInt64) { self.rawValue = rawValue }
}

extension Revision: AdditiveArithmetic {
    /// The revision of no purchases.
    public static let zero = Revision(rawValue: 0)

    public static func + (a: Revision, b: Revision) -> Revision { Revision(rawValue: a.rawValue &+ b.rawValue) }
    public static func - (a: Revision, b: Revision) -> Revision { Revision(rawValue: a.rawValue &- b.rawValue) }
}

extension Revision: CustomStringConvertible {
    /// Sixteen hexadecimal digits, as in `00c5e1f3a9b04d72`.
    public var description: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
