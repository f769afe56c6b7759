extension PropertyDecider {
    /// Decides the order of the dates.
    mutating func decideDates(_ census: LogCensus, assumed: String?, usesCurrency: Bool) {
        let votes = census.dates
        if let order = options.dateOrder {
            plan.rules.dateOrder = order
            plan.decide(.dates, "\(order)", by: "the option")
            return
        }
        if votes.serials > 0, votes.numeric == 0, votes.plain == 0 {
            if votes.likelySerials * 10 >= votes.serials * 9 {
                plan.rules.dateOrder = .serial
                plan.decide(.dates, "\(DateOrder.serial)", by: "numbers such as \(votes.example ?? "")")
            } else {
                questions.append(
                    LogQuestion(
                        option: .dateFormat,
                        text:
                            "The dates are counts of days, such as \(votes.example ?? ""), from a day that the log does not name: say which date is 0.",
                        choices: [.init(option: .dateFormat, value: "days since 2020-12-31", meaning: "takes 1 for 2021-01-01")],
                        hasLikelier: false))
            }
            return
        }
        guard votes.numeric > 0 else {
            plan.rules.dateOrder = .yearFirst
            if votes.plain > 0 { plan.decide(.dates, "year, month and day", by: "dates that can be read in one way only") }
            return
        }
        let (order, basis) = dateOrder(votes, census, assumed: assumed, usesCurrency: usesCurrency)
        plan.rules.dateOrder = order
        if let basis {
            plan.decide(.dates, "\(order)", by: basis)
            return
        }
        let example = votes.example ?? votes.dayFirstExample ?? votes.monthFirstExample ?? ""
        let isMixed = votes.dayFirst > 0 && votes.monthFirst > 0
        let text =
            isMixed
            ? "The dates are in two orders: \(votes.dayFirstExample ?? "") has the day first, \(votes.monthFirstExample ?? "") the month."
            : "The dates could be read either way, day or month first, as \(example) could."
        var orders: [DateOrder] = order == .dayFirst ? [.dayFirst, .monthFirst] : [.monthFirst, .dayFirst]
        if votes.mayBeYearFirst { orders.append(.yearFirst) }
        questions.append(
            LogQuestion(
                option: .dateFormat, text: text,
                choices: orders.map { order in
                    let bytes = Array(example.utf8)
                    let date = (try? WrittenDate(bytes.span))?.form == nil ? nil : try? WrittenDate(bytes.span).date(in: order)
                    let reading = date.map { "reads \(example) as \($0)" } ?? "takes them for \(order)"
                    return .init(
                        option: .dateFormat, value: order.pattern,
                        meaning: isMixed ? "\(reading), and rejects dates that are not so" : reading)
                }))
    }

    /// Returns the order, or the likelier one, and what it was decided by; nil where it is open.
    private func dateOrder(
        _ votes: DateVotes, _ census: LogCensus, assumed: String?, usesCurrency: Bool
    ) -> (order: DateOrder, basis: String?) {
        let likelier: DateOrder = votes.dayFirst > votes.monthFirst ? .dayFirst : .monthFirst
        if votes.yearFirst > 0, votes.dayFirst == 0, votes.monthFirst == 0 { return (.yearFirst, "years beyond 31 in front") }
        if votes.dayFirst > 0 || votes.monthFirst > 0 {
            if votes.mayBeYearFirst { return (likelier, nil) }
            if votes.isClear(votes.dayFirst, against: votes.monthFirst) {
                return (.dayFirst, "dates such as \(votes.dayFirstExample ?? "")")
            }
            if votes.isClear(votes.monthFirst, against: votes.dayFirst) {
                return (.monthFirst, "dates such as \(votes.monthFirstExample ?? "")")
            }
            return (likelier, nil)
        }
        if let assumed, let order = DateOrder(pattern: assumed) { return (order, "the layout") }
        if votes.withPoints == votes.numeric { return (.dayFirst, "the points between the numbers") }
        if votes.mayBeYearFirst { return (.monthFirst, nil) }
        // Where all numbers are the same, both ways are.
        if votes.example == nil { return (.dayFirst, "days that are equal to their months") }
        if let language = LogLayouts.language(of: finder.header) { return (.dayFirst, "names of columns in the language \(language)") }
        if usesCurrency, let currency = plan.summary.currency {
            if currency.isMonthFirst { return (.monthFirst, "the currency \(currency)") }
            if currency.code != "CAD", currency.code != "kr" { return (.dayFirst, "the currency \(currency)") }
        }
        if census.decimals.commas > 0, census.decimals.points == 0 { return (.dayFirst, "the decimal comma") }
        return (.monthFirst, nil)
    }
}
