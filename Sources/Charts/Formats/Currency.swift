import Currencies

/// A currency of ISO 4217.
public struct Currency: Hashable, Sendable {
    /// Three capital letters, as in `USD`.
    public let code: String
    /// Whether amounts are written in whole units, to two significant digits.
    public private(set) var isRounded = false

    /// How many decimals amounts have at least: for prices that are finer than the smaller unit.
    private var leastFractionDigits = 0

    /// The currency with amounts of so many decimals, 6 at most, where its own are fewer.
    package func finer(_ decimals: Int) -> Currency {
        var currency = self
        currency.leastFractionDigits = min(decimals, 6)
        return currency
    }

    /// The currency with amounts of two significant digits.
    public var rounded: Currency {
        var currency = self
        currency.isRounded = true
        return currency
    }

    public static let usDollar = Currency(knownCode: "USD")
    /// No currency that anybody has named, which is written without a sign; `XXX` in ISO 4217.
    public static let none = Currency(knownCode: "XXX")

    /// Makes the currency of a code, whatever its case, or nil when ISO 4217 lists no such code.
    public init?(code: String) {
        let code = code.uppercased()
        guard ISO4217.codes.contains(code) || code == Self.none.code else { return nil }
        self.init(knownCode: code)
    }

    private init(knownCode: String) { code = knownCode }

    /// What stands beside an amount: a sign where readers in many countries know it, otherwise the code.
    var sign: String { Self.signs[code] ?? code }

    var fractionDigits: Int { max(ISO4217.minorUnitDigits(of: code), leastFractionDigits) }

    private static let signs = [
        "XXX": "",
        "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩", "BRL": "R$", "MXN": "MX$",
        "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "ILS": "₪", "VND": "₫", "TWD": "NT$", "HKD": "HK$", "PHP": "₱",
    ]
}
