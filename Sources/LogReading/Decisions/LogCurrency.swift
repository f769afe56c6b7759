import Currencies

/// A currency as a log names it.
///
/// A sign that several countries have is its own name where nothing says which is meant, as `kr` is.
public struct LogCurrency: Hashable, Sendable, CustomStringConvertible {
    /// A code of ISO 4217, or a sign.
    public let code: String

    public init?(_ text: String) {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let code = Self.codesBySign[text.lowercased()] {
            self.code = code
        } else if Self.codes.contains(text.uppercased()) {
            code = text.uppercased()
        } else {
            return nil
        }
    }

    public var description: String { code }

    /// How many decimals its sums have.
    var decimals: Int { ISO4217.minorUnitDigits(of: code) }

    /// Whether dates beside the currency are written month first.
    var isMonthFirst: Bool { code == "USD" }

    static let codes: Set<String> = Set(
        """
        AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD \
        MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR
        """.split(separator: " ").map(String.init))

    private static let codesBySign: [String: String] = [
        "$": "USD", "us$": "USD", "usd$": "USD", "us dollar": "USD", "us dollars": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR",
        "euro": "EUR", "euros": "EUR", "£": "GBP",
        "pound": "GBP", "pounds": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY", "yen": "JPY", "₹": "INR", "rs": "INR", "rs.": "INR",
        "₺": "TRY", "tl": "TRY", "₽": "RUB", "₩": "KRW", "원": "KRW", "元": "CNY", "rmb": "CNY", "r$": "BRL", "a$": "AUD", "au$": "AUD",
        "c$": "CAD", "ca$": "CAD",
        "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "zł": "PLN", "zl": "PLN", "kč": "CZK", "kc": "CZK", "ft": "HUF", "fr.": "CHF", "fr": "CHF",
        "sfr.": "CHF", "₴": "UAH", "₫": "VND", "₪": "ILS", "฿": "THB", "₱": "PHP", "₦": "NGN", "lei": "RON", "kr": "kr", "kr.": "kr",
        "dkr": "DKK",
    ]
}
