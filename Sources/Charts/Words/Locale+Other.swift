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
