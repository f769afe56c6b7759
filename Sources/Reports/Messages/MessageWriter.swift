import Analytics
import Charts
import Purchases

/// Writes the sentence that is a picture's title, from numbers as they are told.
///
/// A change is told only where it is larger than noise makes it: `MonthlyFinding` says when. Where nothing changed or stands out, the
/// sentence names the total and what is largest.
struct MessageWriter {
    let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var locale: Locale { presentation.locale }
    var isTrend: Bool { presentation.redaction.isTrend }

    /// Returns an amount as a sentence needs it, in whole units from 20 on.
    func amount(_ value: Double) -> String { presentation.amountFormat.shortText(value, in: locale).isolated }

    func percent(_ share: Double) -> String { NumberFormat.wholePercent(share, in: locale).isolated }

    func times(_ ratio: Double) -> String { NumberFormat.decimal(1).text(ratio.roundedToTenth, in: locale).isolated }

    func name(_ text: String) -> String { text.clipped(to: 60).isolated }

    /// Returns a month as it stands in a sentence, as in `November 2023`.
    ///
    /// - Parameter today: the month from which readers think; within the year before it, a month needs no year.
    func name(of month: Month, from today: Month? = nil) -> String {
        let name = locale.fullName(ofMonth: month.month)
        if let today, month <= today, month.distance(to: today) < 12 { return name.isolated }
        let year = locale.text(ofYear: month.year)
        return (locale.language == .spanish ? "\(name) de \(year)" : "\(name) \(year)").isolated
    }

    /// Returns a small number in letters, a larger one in digits.
    func spelled(_ count: Int) -> String {
        let words = locale.phrase(
            "two three four five six seven eight nine ten", de: "zwei drei vier fünf sechs sieben acht neun zehn",
            fr: "deux trois quatre cinq six sept huit neuf dix", es: "dos tres cuatro cinco seis siete ocho nueve diez"
        ).split(separator: " ")
        return words.indices.contains(count - 2) ? String(words[count - 2]) : locale.text(of: count).isolated
    }

    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// What is spent month by month.
extension MessageWriter {
    /// - Parameters:
    ///   - values: one for each month, as it is told.
    ///   - unfinished: the index of the month that is not over.
    func months(_ months: [Month], _ values: [Double], unfinished: Int?) -> String? {
        let whole = zip(months, values).enumerated().filter { $0.offset != unfinished }.map(\.element)
        guard let last = whole.last, let highest = whole.max(by: { $0.1 < $1.1 }) else { return nil }
        let known = whole.map(\.1)
        let mean = known.reduce(0, +) / Double(known.count)
        guard whole.count > 1 else { return isTrend ? nil : only(last.0, amount(last.1)) }
        switch MonthlyFinding.of(known) {
        case .jump(_, let mean): return jump(last.1, in: last.0, from: mean)
        case .level(let count, let mean, let before): return level(count, mean, before)
        case nil:
            let month = name(of: highest.0)
            if isTrend {
                let times = times(highest.1)
                return locale.phrase(
                    "Most was spent in \(month), \(times) times the average month",
                    de: "Am meisten wurde im \(month) ausgegeben, das \(times)-Fache des Durchschnittsmonats",
                    fr: "Le plus a été dépensé en \(month), \(times) fois le mois moyen",
                    es: "Lo máximo se gastó en \(month), \(times) veces el mes medio")
            }
            let (average, most) = (amount(mean), amount(highest.1))
            return locale.phrase(
                "\(average) a month on average, most in \(month): \(most)",
                de: "\(average) im Monatsdurchschnitt, am meisten im \(month): \(most)",
                fr: "\(average) par mois en moyenne, le plus en \(month)\u{A0}: \(most)",
                es: "\(average) al mes de media, lo máximo en \(month): \(most)")
        }
    }

    /// - Parameter mean: of the months around it; nil where there are too few.
    func month(_ month: Month, _ value: Double, mean: Double?) -> String {
        let sentence = only(month, amount(value))
        guard let mean else { return sentence }
        let usual = amount(mean)
        return sentence
            + locale.phrase(
                ", the average month is \(usual)", de: ", im Durchschnitt \(usual)", fr: ", la moyenne est de \(usual)",
                es: ", la media es de \(usual)")
    }

    private func only(_ month: Month, _ amount: String) -> String {
        let month = name(of: month)
        return locale.phrase("\(amount) in \(month)", de: "\(amount) im \(month)", fr: "\(amount) en \(month)", es: "\(amount) en \(month)")
    }

    private func jump(_ value: Double, in month: Month, from mean: Double) -> String {
        let month = name(of: month)
        if isTrend, mean > 0 {
            let times = times(value / mean)
            return locale.phrase(
                "Spending in \(month) was \(times) times that of the months before",
                de: "Die Ausgaben waren im \(month) das \(times)-Fache der Monate davor",
                fr: "Les dépenses de \(month) valent \(times) fois celles des mois précédents",
                es: "El gasto de \(month) fue \(times) veces el de los meses anteriores")
        }
        let (now, before) = (amount(value), amount(mean))
        return value > mean
            ? locale.phrase(
                "Spending rose to \(now) in \(month), from \(before) a month before",
                de: "Die Ausgaben stiegen im \(month) auf \(now), zuvor \(before) im Monat",
                fr: "Les dépenses sont montées à \(now) en \(month), contre \(before) par mois auparavant",
                es: "El gasto subió a \(now) en \(month), frente a \(before) al mes antes")
            : locale.phrase(
                "Spending fell to \(now) in \(month), from \(before) a month before",
                de: "Die Ausgaben sanken im \(month) auf \(now), zuvor \(before) im Monat",
                fr: "Les dépenses sont tombées à \(now) en \(month), contre \(before) par mois auparavant",
                es: "El gasto bajó a \(now) en \(month), frente a \(before) al mes antes")
    }

    private func level(_ count: Int, _ mean: Double, _ before: Double) -> String {
        let number = spelled(count)
        let side =
            mean > before
            ? locale.phrase(
                "The last \(number) months were all above average",
                de: "Die letzten \(number) Monate lagen alle über dem Durchschnitt",
                fr: "Les \(number) derniers mois dépassent tous la moyenne", es: "Los últimos \(number) meses superan todos la media")
            : locale.phrase(
                "The last \(number) months were all below average",
                de: "Die letzten \(number) Monate lagen alle unter dem Durchschnitt",
                fr: "Les \(number) derniers mois sont tous sous la moyenne",
                es: "Los últimos \(number) meses quedan todos por debajo de la media")
        if isTrend { return side }
        let (now, then) = (amount(mean), amount(before))
        return side
            + locale.phrase(
                ": \(now) each, after \(then)", de: ": je \(now), davor \(then)", fr: "\u{A0}: \(now) chacun, contre \(then) avant",
                es: ": \(now) cada uno, antes \(then)")
    }

    /// Returns what is said of several categories month by month.
    ///
    /// - Parameter series: each with a value for each month, as it is told; the most important first.
    func trends(_ series: [(name: String, values: [Double])], _ months: [Month], unfinished: Int?) -> String? {
        let all = series.map { part in
            (name: part.name, values: part.values.enumerated().filter { $0.offset != unfinished }.map(\.element))
        }
        let whole = months.enumerated().filter { $0.offset != unfinished }.map(\.element)
        func size(_ values: [Double]) -> Double { values.reduce(0) { $0 + abs($1) } }
        let sum = all.reduce(0) { $0 + size($1.values) }
        let changes = all.compactMap { part -> (name: String, start: Int, from: Double, to: Double)? in
            // A small category jumps every other month.
            guard size(part.values) >= sum * Self.leastShareOfTrend, let last = part.values.last,
                case .jump(let start, _) = MonthlyFinding.lastJump(in: part.values)
            else { return nil }
            return (part.name, start, part.values[start], last)
        }
        if let change = changes.max(by: { abs($0.to - $0.from) < abs($1.to - $1.from) }), let last = whole.last {
            return self.change(of: change.name, since: whole[change.start], change.from, to: change.to, in: last)
        }
        guard !isTrend, let first = series.max(by: { $0.values.reduce(0, +) < $1.values.reduce(0, +) }) else { return nil }
        let total = series.reduce(0) { $0 + $1.values.reduce(0, +) }
        return leader(first.name, first.values.reduce(0, +), of: total)
    }

    private static let leastShareOfTrend = 0.1

    private func change(of category: String, since start: Month, _ from: Double, to: Double, in month: Month) -> String {
        let (name, start) = (name(category), name(of: start, from: month))
        let ratio = from > 0 ? to / from : 0
        let end =
            isTrend
            ? ""
            : locale.phrase(
                ", to \(amount(to))", de: ", auf \(amount(to))", fr: ", à \(amount(to))", es: ", hasta \(amount(to))")
        switch ratio {
        case 1.9..<2.25:
            return locale.phrase(
                "Spending on \(name) has doubled since \(start)", de: "Die Ausgaben für \(name) haben sich seit \(start) verdoppelt",
                fr: "Les dépenses pour \(name) ont doublé depuis \(start)", es: "El gasto en \(name) se ha duplicado desde \(start)") + end
        case 2.75..<3.3:
            return locale.phrase(
                "Spending on \(name) has tripled since \(start)", de: "Die Ausgaben für \(name) haben sich seit \(start) verdreifacht",
                fr: "Les dépenses pour \(name) ont triplé depuis \(start)", es: "El gasto en \(name) se ha triplicado desde \(start)") + end
        case 0.45..<0.55:
            return locale.phrase(
                "Spending on \(name) has halved since \(start)", de: "Die Ausgaben für \(name) haben sich seit \(start) halbiert",
                fr: "Les dépenses pour \(name) ont diminué de moitié depuis \(start)",
                es: "El gasto en \(name) se ha reducido a la mitad desde \(start)") + end
        default:
            return to > from
                ? locale.phrase(
                    "Spending on \(name) has risen since \(start)", de: "Die Ausgaben für \(name) sind seit \(start) gestiegen",
                    fr: "Les dépenses pour \(name) ont augmenté depuis \(start)", es: "El gasto en \(name) ha subido desde \(start)") + end
                : locale.phrase(
                    "Spending on \(name) has fallen since \(start)", de: "Die Ausgaben für \(name) sind seit \(start) gesunken",
                    fr: "Les dépenses pour \(name) ont baissé depuis \(start)", es: "El gasto en \(name) ha bajado desde \(start)") + end
        }
    }

    /// Returns on what most is spent, and what part of all it is.
    func leader(_ leader: String, _ value: Double, of total: Double) -> String? {
        guard value > 0, total > 0 else { return nil }
        let (name, most) = (name(leader), amount(value))
        if value == total { return all(total, on: name) }
        // Where refunds make the total smaller than its largest part, that is no part of it.
        guard value < total else {
            return locale.phrase(
                "Most is spent on \(name): \(most)", de: "Am meisten wird für \(name) ausgegeben: \(most)",
                fr: "Le plus est dépensé pour \(name)\u{A0}: \(most)", es: "Lo que más se gasta es en \(name): \(most)")
        }
        guard presentation.keepsMoney else {
            return locale.phrase(
                "Most is spent on \(name), \(most) of all", de: "Am meisten wird für \(name) ausgegeben, \(most) von allem",
                fr: "Le plus est dépensé pour \(name), \(most) du tout", es: "Lo que más se gasta es en \(name), el \(most) de todo")
        }
        let all = amount(total)
        return locale.phrase(
            "Most is spent on \(name), \(most) of \(all)", de: "Am meisten wird für \(name) ausgegeben, \(most) von \(all)",
            fr: "Le plus est dépensé pour \(name), \(most) sur \(all)", es: "Lo que más se gasta es en \(name), \(most) de \(all)")
    }
}
