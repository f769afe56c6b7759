extension Locale {
    /// The languages in which a picture's sentences are written. Numbers, months and money follow the locale itself.
    package enum Language: Hashable, Sendable { case english, german, french, spanish }

    /// The language of sentences: the locale's own where there is a translation, English otherwise.
    package var language: Language {
        switch identifier.prefix(2) {
        case "de": .german
        case "fr": .french
        case "es": .spanish
        default: .english
        }
    }

    /// Returns the sentence in the reader's language.
    ///
    ///     locale.phrase("Times bought", de: "Anzahl Käufe", fr: "Nombre d’achats", es: "Veces comprado")
    ///
    /// The four stand side by side where they are used, so that none can be missing and none goes stale alone.
    package func phrase(
        _ english: @autoclosure () -> String, de german: @autoclosure () -> String, fr french: @autoclosure () -> String,
        es spanish: @autoclosure () -> String
    ) -> String {
        switch language {
        case .english: english()
        case .german: german()
        case .french: french()
        case .spanish: spanish()
        }
    }
}
