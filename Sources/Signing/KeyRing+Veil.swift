extension KeyRing {
    /// Returns what stands in public for a number that somebody could try others against until they have found what it was made from.
    ///
    /// Equal numbers and keys have equal veils; without the key a veil tells nothing but that.
    public func veil(_ number: UInt64) -> UInt64 { Self.number(code(for: Self.message(number))) }

    /// Whether a veil is that of a number, by whichever of the keys.
    public func isVeil(_ veil: UInt64, of number: UInt64) -> Bool { codes(for: Self.message(number)).contains { Self.number($0) == veil } }

    /// The first 64 bits of a code.
    private static func number(_ code: [UInt8]) -> UInt64 { code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

    /// What is hashed says what it is for, so that a veil is no part of another code.
    private static func message(_ number: UInt64) -> String { "cartograph veil\n\(number)" }
}
