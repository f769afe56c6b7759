import Purchases

/// Why an import is refused whose sums are in another currency than those that are kept.
public struct CurrencyMismatch: Error, Hashable, Sendable {
    public let kept: String
    public let coming: String

    package init(kept: String, coming: String) {
        self.kept = kept
        self.coming = coming
    }
}

extension CurrencyMismatch: CustomStringConvertible {
    public var description: String {
        "The sums are in \(coming), and the database keeps \(kept). Import them into a database of their own, "
            + "or say that they are in \(kept) if they are."
    }
}

extension ImportSettings {
    /// Returns the currency to be kept from now on, nil for the one that is kept.
    ///
    /// - Throws: `CurrencyMismatch`.
    package func newCurrency(besides kept: String?) throws(CurrencyMismatch) -> String? {
        guard let currency else { return nil }
        guard let kept else { return currency }
        guard kept == currency else { throw CurrencyMismatch(kept: kept, coming: currency) }
        return nil
    }
}

extension Revision {
    /// What the name of a currency adds to the revision of what is in it: nothing where it has none.
    package init(ofCurrency code: String?) {
        self = .zero
        for byte in (code ?? "").utf8 { rawValue = (rawValue ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    }
}
