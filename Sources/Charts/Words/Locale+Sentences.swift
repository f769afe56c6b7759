extension Locale {
    /// Returns something and what is said of it, as in `Dairy: $812.40`; French sets a space before the colon.
    package func text(_ something: String, saying words: String) -> String {
        language == .french ? "\(something)\u{A0}: \(words)" : "\(something): \(words)"
    }

    /// What stands between two parts of a sentence, as in `$2,032.45 in all; highest Meat`.
    var semicolon: String { language == .french ? "\u{202F}; " : "; " }

    /// Returns a phrase as it stands within a sentence: its first letter small, but in German, where it may be a noun's.
    func withinSentence(_ phrase: String) -> String {
        language == .german ? phrase : phrase.prefix(1).lowercased() + phrase.dropFirst()
    }
}

extension Locale {
    /// Returns what stands for `count` things more than there is room for.
    func more(_ count: Int) -> String {
        let number = text(of: count).isolated
        return phrase("and \(number) more", de: "und \(number) weitere", fr: "et \(number) autres", es: "y \(number) más")
    }

    /// Returns the name of `count` things that are too small to be shown one by one, as in `Other (5)`.
    package func other(_ count: Int) -> String {
        let number = text(of: count).isolated
        return phrase("Other (\(number))", de: "Sonstige (\(number))", fr: "Autres (\(number))", es: "Otros (\(number))")
    }
}
