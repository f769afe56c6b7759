/// How numbers, money and months are written for a reader.
///
///     let locale = Locale(identifier: "de")
///
/// The tables are the project's own and not the system's: equal input gives
/// equal bytes whatever the machine or its ICU data. They follow the Unicode
/// Common Locale Data Repository (CLDR), release 46; where they depart from it,
/// a comment says so.
public struct Locale: Sendable {
    /// A BCP 47 language tag, as in `en-US`.
    public let identifier: String
    /// Whether readers begin a line, and a picture, at the right.
    public let isRightToLeft: Bool
    let numbers: Numbers
    let money: MoneyStyle
    let months: Months
    let days: Days

    init(_ identifier: String, isRightToLeft: Bool = false, numbers: Numbers, money: MoneyStyle, months: Months, days: Days) {
        self.identifier = identifier
        self.isRightToLeft = isRightToLeft
        self.numbers = numbers
        self.money = money
        self.months = months
        self.days = days
    }
}

/// Locales are equal if their identifiers are: there is one table for each.
extension Locale: Hashable {
    public static func == (one: Locale, other: Locale) -> Bool { one.identifier == other.identifier }

    public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}

extension Locale {
    /// In the order in which a message lists them.
    public static let supported = [
        americanEnglish, britishEnglish, german, french, spanish, brazilianPortuguese, japanese, chinese, hindi, arabic, hebrew,
    ]

    /// Finds a supported locale by its identifier or its language alone, as in `de-DE` or `de`, whatever the case.
    public init?(identifier: String) {
        let identifier = identifier.lowercased()
        let name = Self.otherNames[identifier] ?? identifier
        guard
            let match = Self.supported.first(where: { $0.identifier.lowercased() == name })
                ?? Self.supported.first(where: { $0.identifier.lowercased().prefix { $0 != "-" } == name })
        else { return nil }
        self = match
    }

    private static let otherNames = [
        "ar-eg": "ar", "he-il": "he", "iw": "he", "hi-in": "hi", "zh-hans": "zh-cn", "zh-hans-cn": "zh-cn",
    ]
}
