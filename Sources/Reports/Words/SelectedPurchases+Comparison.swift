import Analytics
import Charts
import Purchases

extension SelectedPurchases {
    /// Where no period is chosen: the last three months, about.
    private static let defaultDayCount = 90

    func isOfItsCategories(_ purchase: Purchase) -> Bool {
        subject.filter.categories.isEmpty || subject.filter.categories.contains(purchase.category)
    }

    /// Returns the filter's period and one as long. Where the filter has none, the last days that the log covers, at most half of them
    /// if these are to be compared with those before.
    func periods(against base: ComparedPeriods.Base) -> ComparedPeriods? {
        let filter = subject.filter
        guard filter.month == nil, filter.from == nil, filter.to == nil, let span else { return comparison(with: base) }
        let (last, half) = (span.upperBound, span.dayCount / 2)
        let count = base == .previous ? min(Self.defaultDayCount, max(half, 1)) : Self.defaultDayCount
        return ComparedPeriods(last.adding(days: 1 - count)...last, against: base, within: span)
    }

    /// Returns the rule of a comparison, as in `Compared with the 31 days before, Jan 30, 2024 – Feb 29, 2024.`
    func rule(of periods: ComparedPeriods, against base: ComparedPeriods.Base, in locale: Locale) -> String {
        let days = locale.text(of: periods.base.dayCount, .day)
        let range = locale.text(of: periods.base).isolated
        return switch base {
        case .previous:
            locale.phrase(
                "Compared with the \(days) before, \(range).", de: "Verglichen mit \(days) davor, \(range).",
                fr: "Comparé aux \(days) précédents, \(range).", es: "Comparado con \(days) antes, \(range)."
            )
        case .year:
            locale.phrase(
                "Compared with as many days (\(days)) a year before, \(range).",
                de: "Verglichen mit ebenso vielen Tagen (\(days)) im Vorjahr, \(range).",
                fr: "Comparé au même nombre de jours (\(days)) un an avant, \(range).",
                es: "Comparado con los mismos días (\(days)) un año antes, \(range)."
            )
        }
    }

    /// Returns why there is no comparison.
    func nothingToCompare(with base: ComparedPeriods.Base, in locale: Locale) -> String {
        if case .everyYear = subject.filter.month {
            return locale.phrase(
                "Days that do not follow one another are not compared", de: "Tage, die nicht aufeinander folgen, werden nicht verglichen",
                fr: "Des jours qui ne se suivent pas ne sont pas comparés", es: "No se comparan días que no son consecutivos"
            )
        }
        return switch base {
        case .previous:
            locale.phrase(
                "The log does not cover as many days before", de: "Das Protokoll deckt keine ebenso vielen Tage davor ab",
                fr: "Le journal ne couvre pas autant de jours avant", es: "El registro no cubre otros tantos días antes"
            )
        case .year:
            locale.phrase(
                "The log does not cover these days a year before", de: "Das Protokoll deckt diese Tage im Vorjahr nicht ab",
                fr: "Le journal ne couvre pas ces jours un an avant", es: "El registro no cubre estos días un año antes"
            )
        }
    }
}
