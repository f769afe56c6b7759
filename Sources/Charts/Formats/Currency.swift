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
        guard Self.codes.contains(code) || code == Self.none.code else { return nil }
        self.init(knownCode: code)
    }

    private init(knownCode: String) { code = knownCode }

    /// What stands beside an amount: a sign where readers in many countries know it, otherwise the code.
    var sign: String { Self.signs[code] ?? code }

    var fractionDigits: Int { max(minorUnitDigits, leastFractionDigits) }

    /// Decimals of the smaller unit (ISO 4217, "minor unit").
    private var minorUnitDigits: Int {
        if Self.withoutMinorUnit.contains(code) { return 0 }
        return Self.withThreeDigits.contains(code) ? 3 : 2
    }

    private static let signs = [
        "XXX": "",
        "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "KRW": "₩", "BRL": "R$", "MXN": "MX$",
        "CAD": "CA$", "AUD": "A$", "NZD": "NZ$", "ILS": "₪", "VND": "₫", "TWD": "NT$", "HKD": "HK$", "PHP": "₱",
    ]

    private static let withoutMinorUnit: Set<String> = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]

    private static let withThreeDigits: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

    /// The national currencies of ISO 4217's list one, funds and metals left out.
    private static let codes = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY \
        COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
        IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR \
        MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
        SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD \
        XOF XPF YER ZAR ZMW ZWG
        """
        .split(separator: " ").map(String.init)
    )
}
