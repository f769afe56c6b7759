extension Locale {
    /// Returns the name of `count` things that are too small to be shown one by one, as in `Other (5)`.
    package func other(_ count: Int) -> String {
        let number = text(of: count).isolated
        return phrase("Other (\(number))", de: "Sonstige (\(number))", fr: "Autres (\(number))", es: "Otros (\(number))")
    }
}
