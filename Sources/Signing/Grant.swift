public import Purchases

/// What a link lets whoever has it see.
public struct Grant: Hashable, Sendable {
    public var user: UserID
    /// The last part of the link's path, as in `monthly-trends.png`.
    public var name: String
    /// All that decides the answer besides, as a query writes it: filters, size, scale, theme, locale, how much is disclosed.
    public var terms: String
    public var expiry: Timestamp
    /// How often the shopper's links had all been withdrawn when this one was made.
    public var generation: Int
    /// What stands for the purchases that the answer is pinned to; nil for an answer that lives.
    public var pin: UInt64?

    public init(user: UserID, name: String, terms: String, expiry: Timestamp, generation: Int = 0, pin: UInt64? = nil) {
        self.user = user
        self.name = name
        self.terms = terms
        self.expiry = expiry
        self.generation = generation
        self.pin = pin
    }
}

extension Grant {
    /// All but the name, in few characters: the numbers in base 36, then the user and the terms.
    ///
    /// Equal grants have equal payloads.
    var payload: [UInt8] {
        let numbers = [
            String(expiry.secondsSince1970, radix: 36), String(generation, radix: 36), pin.map { String($0, radix: 36) } ?? "",
        ]
        return Array("\(numbers.joined(separator: "."))\n\(user)\n\(terms)".utf8)
    }

    /// Reads a payload; nil for what no grant has.
    init?(payload: [UInt8], name: String) {
        guard let text = String(validating: payload, as: UTF8.self) else { return nil }
        // The terms are a query and the numbers are numbers, so a line break inside can only be the user's.
        guard let first = text.unicodeScalars.firstIndex(of: "\n"), let last = text.unicodeScalars.lastIndex(of: "\n"), first < last
        else { return nil }
        let numbers = text[..<first].split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count == 3, let seconds = Int64(numbers[0], radix: 36), let generation = Int(numbers[1], radix: 36) else {
            return nil
        }
        let pin = UInt64(numbers[2], radix: 36)
        guard numbers[2].isEmpty || pin != nil else { return nil }
        let scalars = text.unicodeScalars
        self.init(
            user: UserID(rawValue: String(scalars[scalars.index(after: first)..<last])), name: name,
            terms: String(scalars[scalars.index(after: last)...]), expiry: Timestamp(seconds), generation: generation, pin: pin
        )
        guard self.payload == payload else { return nil }
    }
}
