import Charts

/// What is largest of several things.
extension MessageWriter {
    /// A few categories that take so much are worth counting.
    private static let mostOfAll = 0.8
    private static let half = 0.5
    /// A leader takes so much more than each would if all were equal.
    private static let leadOverEqual = 1.5
    /// Less than that is no lead.
    private static let leastOfLeader = 0.1

    /// Returns where the money went.
    ///
    /// - Parameter rows: each with what was spent, as it is told, the largest first.
    func categories(_ rows: [(name: String, value: Double)], total: Double) -> String? {
        guard let first = rows.first, first.value > 0, total > 0 else { return nil }
        let sum = rows.reduce(0) { $0 + $1.value }
        // Where a category gave back more than it took, parts of the whole say nothing.
        guard sum > 0, rows.allSatisfy({ $0.value >= 0 }) else { return leader(first.name, first.value, of: total) }
        let shares = rows.map { $0.value / sum }
        let name = name(first.name)
        guard rows.count > 1 else { return all(total, on: name) }
        if shares[0] >= Self.half { return takes(name, shares[0]) }
        if rows.count >= 8, shares[0] < max(Self.leadOverEqual / Double(rows.count), Self.leastOfLeader) {
            let (count, most) = (locale.text(of: rows.count, .category), percent(shares[0]))
            return locale.phrase(
                "Spending is spread over \(count), at most \(most) on each",
                de: "Die Ausgaben verteilen sich auf \(count), je höchstens \(most)",
                fr: "Les dépenses se répartissent sur \(count), \(most) au plus pour chacune",
                es: "El gasto se reparte entre \(count), un \(most) como máximo en cada una")
        }
        var (count, part) = (0, 0.0)
        while part < Self.mostOfAll - 0.005, count < shares.count {
            part += shares[count]
            count += 1
        }
        guard rows.count >= 5, count > 1, count * 2 <= rows.count else { return takes(name, shares[0]) }
        let (number, most) = (capitalized(spelled(count)), percent(part))
        return locale.phrase(
            "\(number) categories take \(most) of what you spend", de: "\(number) Kategorien machen \(most) der Ausgaben aus",
            fr: "\(number) catégories font \(most) des dépenses", es: "\(number) categorías suman el \(most) del gasto")
    }

    func all(_ total: Double, on name: String) -> String {
        presentation.keepsMoney
            ? locale.phrase(
                "All \(amount(total)) went on \(name)", de: "Alle \(amount(total)) gingen für \(name) aus",
                fr: "Les \(amount(total)) ont tous été dépensés pour \(name)", es: "Los \(amount(total)) se gastaron en \(name)")
            : locale.phrase(
                "All spending went on \(name)", de: "Alle Ausgaben gingen für \(name) aus", fr: "Toutes les dépenses sont pour \(name)",
                es: "Todo el gasto fue en \(name)")
    }

    private func takes(_ name: String, _ share: Double) -> String {
        let most = percent(share)
        return locale.phrase(
            "\(name) takes \(most) of what you spend", de: "\(name) macht \(most) der Ausgaben aus",
            fr: "\(name) fait \(most) des dépenses",
            es: "\(name) supone el \(most) del gasto")
    }

    /// Returns what was bought most often.
    func items(_ rows: [(name: String, count: Int)]) -> String? {
        guard let first = rows.first else { return nil }
        let (name, times) = (name(first.name), locale.text(of: first.count, .time))
        let leaders = rows.count { $0.count == first.count }
        guard leaders == 1 else {
            let number = capitalized(spelled(leaders))
            return locale.phrase(
                "\(number) items were bought most often, \(times) each", de: "\(number) Artikel wurden am häufigsten gekauft, je \(times)",
                fr: "\(number) articles sont les plus achetés, \(times) chacun",
                es: "\(number) artículos son los más comprados, \(times) cada uno")
        }
        return locale.phrase(
            "\(name) was bought most often, \(times)", de: "\(name) wurde am häufigsten gekauft, \(times)",
            fr: "\(name) est l’article le plus acheté, \(times)", es: "\(name) es lo que más se compra, \(times)")
    }

    /// Returns how large the purchases are.
    ///
    /// - Parameters:
    ///   - half: what one of two does not exceed.
    ///   - most: what nine of ten do not exceed.
    func amounts(half: String, most: String, areOrders: Bool) -> String {
        areOrders
            ? locale.phrase(
                "Half of your orders came to at most \(half), nine of ten to at most \(most)",
                de: "Jede zweite Bestellung kostete höchstens \(half), neun von zehn höchstens \(most)",
                fr: "La moitié des commandes coûte au plus \(half), neuf sur dix au plus \(most)",
                es: "La mitad de los pedidos cuesta como mucho \(half), nueve de cada diez como mucho \(most)")
            : locale.phrase(
                "Half of what you bought cost at most \(half), nine of ten at most \(most)",
                de: "Jeder zweite Kauf kostete höchstens \(half), neun von zehn höchstens \(most)",
                fr: "La moitié des achats coûte au plus \(half), neuf sur dix au plus \(most)",
                es: "La mitad de las compras cuesta como mucho \(half), nueve de cada diez como mucho \(most)")
    }

    /// Returns how a price has changed.
    ///
    /// - Parameters:
    ///   - share: of the first price, as it is told; nil where it is not known.
    ///   - price: the latest; nil where it is not told.
    func price(of item: String, share: Double?, since start: String, price: String?) -> String? {
        guard let share else { return nil }
        let (item, end) = (name(item), price.map { locale.text("", saying: $0) } ?? "")
        guard abs(share) >= 0.005 else {
            return locale.phrase(
                "\(item) costs what it did on \(start)", de: "\(item) kostet so viel wie am \(start)",
                fr: "\(item) coûte autant que le \(start)", es: "\(item) cuesta lo mismo que el \(start)") + end
        }
        let percent = percent(abs(share))
        return
            (share > 0
            ? locale.phrase(
                "\(item) costs \(percent) more than on \(start)", de: "\(item) kostet \(percent) mehr als am \(start)",
                fr: "\(item) coûte \(percent) de plus que le \(start)", es: "\(item) cuesta un \(percent) más que el \(start)")
            : locale.phrase(
                "\(item) costs \(percent) less than on \(start)", de: "\(item) kostet \(percent) weniger als am \(start)",
                fr: "\(item) coûte \(percent) de moins que le \(start)", es: "\(item) cuesta un \(percent) menos que el \(start)")) + end
    }

    /// Returns when a category is bought most.
    ///
    /// - Parameters:
    ///   - first: a calendar month, 1…12, and so is `last`.
    ///   - peak: how many times its average month the strongest is.
    func season(of category: String, from first: Int, to last: Int, peak: Double) -> String {
        let (name, times) = (name(category), times(peak))
        let (start, end) = (locale.fullName(ofMonth: first).isolated, locale.fullName(ofMonth: last).isolated)
        return locale.phrase(
            "Spending on \(name) peaks from \(start) to \(end), at up to \(times) times its average month",
            de: "Die Ausgaben für \(name) sind von \(start) bis \(end) am höchsten, bis zum \(times)-Fachen des Mittels",
            fr: "Les dépenses pour \(name) culminent de \(start) à \(end), jusqu’à \(times) fois le mois moyen",
            es: "El gasto en \(name) es mayor de \(start) a \(end), hasta \(times) veces su mes medio")
    }
}
