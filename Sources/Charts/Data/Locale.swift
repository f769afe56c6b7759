/// How numbers and months are written for a reader.
///
/// The tables are the project's own and not the system's: equal input gives
/// equal bytes whatever the machine or its ICU data.
public struct Locale: Hashable, Sendable {
    /// A BCP 47 language tag, as in `en-US`.
    public let identifier: String
    let decimalSeparator: String
    let groupingSeparator: String
    /// Twelve abbreviated names, January first.
    let months: [String]
    /// What stands for a thousand, a million and a billion in a compact number.
    let compactSuffixes: [String]

    public static let americanEnglish = Locale(
        identifier: "en-US", decimalSeparator: ".", groupingSeparator: ",",
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        compactSuffixes: ["K", "M", "B"]
    )

    public static let supported = [americanEnglish]

    /// Finds a supported locale, whatever the case of its identifier.
    public init?(identifier: String) {
        guard let match = Self.supported.first(where: { $0.identifier.lowercased() == identifier.lowercased() }) else { return nil }
        self = match
    }

    private init(
        identifier: String, decimalSeparator: String, groupingSeparator: String, months: [String], compactSuffixes: [String]
    ) {
        self.identifier = identifier
        self.decimalSeparator = decimalSeparator
        self.groupingSeparator = groupingSeparator
        self.months = months
        self.compactSuffixes = compactSuffixes
    }

    /// Returns the short name of a calendar month, 1…12, as in `Jan`.
    public func name(ofMonth month: Int) -> String { months[(month - 1) % 12] }
}
