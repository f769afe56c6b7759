extension [Mark.Series] {
    /// Returns the series with those in grey as one, named by their number: on one another they could not be told apart.
    ///
    /// Where some of their values are below zero they stay as they are, since a sum would hide them.
    func gatheringRest(in locale: Locale) -> [Mark.Series] {
        let rest = filter { $0.color == .neutral }
        guard rest.count > 1, rest.allSatisfy({ $0.values.allSatisfy { $0 ?? 0 >= 0 } }) else { return self }
        let sums = rest[0].values.indices.map { index in
            let known = rest.compactMap { $0.values[index] }
            return known.isEmpty ? nil : known.reduce(0, +)
        }
        return filter { $0.color != .neutral } + [Mark.Series(name: locale.other(rest.count), values: sums, color: .neutral)]
    }
}
