extension PropertyDecider {
    /// Decides the decimal sign.
    mutating func decideDecimals(_ census: LogCensus, assumed: String?) {
        let votes = census.decimals
        if let decimal = options.decimal {
            plan.rules.decimal = decimal
            plan.decide(.decimal, decimal.name, by: "the option")
            return
        }
        let example = votes.example ?? ""
        if !votes.hasOpen {
            plan.rules.decimal = votes.points >= votes.commas ? .point : .comma
            switch (votes.points > 0, votes.commas > 0) {
            case (true, true):
                plan.decide(
                    .decimal, "point and comma",
                    by: "\(votes.pointExample ?? "") and \(votes.commaExample ?? ""), which can be read in one way each")
            case (true, false): plan.decide(.decimal, "point", by: "numbers such as \(votes.pointExample ?? "")")
            case (false, true): plan.decide(.decimal, "comma", by: "numbers such as \(votes.commaExample ?? "")")
            default: break
            }
            return
        }
        if let certain = votes.certain {
            plan.rules.decimal = certain
            plan.decide(
                .decimal, certain.name, by: "numbers such as \((certain == .point ? votes.pointExample : votes.commaExample) ?? "")")
        } else if let sign = votes.withoutDecimals, let currency = plan.summary.currency, currency.decimals == 0 {
            plan.rules.decimal = sign
            plan.decide(.decimal, sign.name, by: "the currency: sums in \(currency) have no decimals, so \(example) parts thousands")
        } else if let assumed, let sign = DecimalSign(assumed) {
            plan.rules.decimal = sign
            plan.decide(.decimal, sign.name, by: "the layout")
        } else if plan.workbook != nil, votes.commas == 0, votes.openCommas == 0 {
            plan.rules.decimal = .point
            plan.decide(.decimal, "point", by: "the numbers of the workbook")
        } else {
            let likelier = votes.likelier
            plan.rules.decimal = likelier
            let signs: [DecimalSign] = [likelier, likelier == .point ? .comma : .point]
            let contradiction =
                votes.points > 0 && votes.commas > 0
                ? " \(votes.pointExample ?? "") and \(votes.commaExample ?? "") speak for different ones." : ""
            questions.append(
                LogQuestion(
                    option: .decimal,
                    text: "The decimal sign is open: \(example) may part thousands or decimals.\(contradiction)",
                    choices: signs.map {
                        .init(option: .decimal, value: $0.rawValue, meaning: "reads \(example) as \(Self.reading(of: example, $0))")
                    }))
        }
    }

    /// What an open number comes to with a decimal sign.
    private static func reading(of text: String, _ sign: DecimalSign) -> String {
        let bytes = Array(text.utf8)
        guard let number = try? WrittenNumber(bytes.span), let value = try? number.value(sign) else { return "no number" }
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
        var decimals = String(rest + 1_000_000).dropFirst()
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(value < 0 ? "-" : "")\(whole.grouped)\(decimals.isEmpty ? "" : ".\(decimals)")"
    }
}
