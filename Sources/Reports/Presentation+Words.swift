import Charts
import Purchases

/// Words that several reports have in common.
extension Presentation {
    /// What is measured where amounts are summed: in a subtitle, with the currency.
    var amountSpent: String {
        guard tellsAmounts else {
            return locale.phrase(
                "Part of all spending", de: "Anteil an allen Ausgaben", fr: "Part de toutes les dépenses", es: "Parte de todo el gasto")
        }
        let code = currency.code
        return locale.phrase(
            "Amount spent, \(code)", de: "Ausgaben, \(code)", fr: "Montant dépensé, \(code)", es: "Importe gastado, \(code)")
    }

    /// The axis of amounts spent.
    var spent: Axis {
        Axis(locale.phrase("spent", de: "ausgegeben", fr: "dépensé", es: "gastado"), format: .currency(currency))
    }

    /// Returns an amount as a program is told it, no more exactly than a reader is; nil where it is not told.
    func number(_ money: Money) -> Double? {
        switch currency.telling {
        case .exactly: money.amount
        case .coarsely: money.amount.coarse
        case .asShare(let whole): whole > 0 ? money.amount / whole : nil
        case .not: nil
        }
    }

    /// Returns an amount to the cent, fit to stand in a sentence.
    func text(of money: Money) -> String { NumberFormat.currency(currency).text(money.amount, in: locale).isolated }
}
