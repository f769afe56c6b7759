import Purchases

/// Decides what the rows of a log are read by, from what all of them say.
struct PropertyDecider {
    var plan: ReadingPlan
    let finder: LayoutFinder
    let options: PurchaseLog.Options
    var questions: [LogQuestion]
    private var profile: LogProfile? { plan.profile }

    init(_ plan: ReadingPlan, _ finder: LayoutFinder, _ options: PurchaseLog.Options) {
        self.plan = plan
        self.finder = finder
        self.options = options
        questions = finder.questions
    }

    /// Decides which rows are left out by a value of one of their columns.
    mutating func filterRows() throws(PurchaseLogError) {
        var conditions: [Int: RowFilters.Condition] = [:]
        for filter in options.keep {
            let matches = ColumnLayout.column(named: filter.column, in: finder.header)
            guard let column = matches.first else {
                throw .noSuchColumn(String(excerptOf: filter.column), option: .keep, found: plan.layout.names)
            }
            conditions[column, default: .init(column: column, kept: [])].kept?.append(Array(filter.value.utf8))
        }
        if let status = plan.layout.status, conditions[status] == nil, let leaveOut = profile?.leaveOut {
            conditions[status] = .init(column: status, kept: nil, leftOut: leaveOut.map { Array($0.utf8) })
        }
        for (name, values) in profile?.keepRows ?? [:] {
            guard let column = ColumnLayout.column(named: name, in: finder.header).first, conditions[column] == nil else { continue }
            conditions[column] = .init(column: column, kept: values.map { Array($0.utf8) })
        }
        plan.rules.filters.conditions = conditions.values.sorted { $0.column < $1.column }
        plan.rules.fillsDown = profile?.fillsDown ?? false
        plan.rules.defaultItem = profile?.defaultText(of: .item)
        plan.rules.encoding = plan.encoding
        for condition in plan.rules.filters.conditions {
            let name = plan.layout.names[condition.column]
            let values = (condition.kept ?? condition.leftOut).map { "\"\(String(decoding: $0, as: UTF8.self))\"" }.joined(separator: ", ")
            let isOption = options.keep.contains { ColumnLayout.column(named: $0.column, in: finder.header).first == condition.column }
            plan.decide(
                .rows, condition.kept != nil ? "those whose \(name) is \(values)" : "those whose \(name) is not \(values)",
                by: isOption ? "the option" : "the layout")
        }
    }

    /// Decides the rest by all rows.
    ///
    /// - Throws: `questions` where something is open.
    mutating func decide(_ census: LogCensus) throws(PurchaseLogError) {
        let repeats = census.repeatedTotals > 0 ? profile?.whenTotalsRepeat : nil
        decideStatuses(census)
        let isSameCurrency = decideCurrency(census, assumed: repeats?.currency ?? profile?.currency)
        plan.rules.sumDecimals = plan.summary.currency?.decimals ?? 2
        decideDecimals(census, assumed: repeats?.decimal ?? profile?.decimal)
        decideDates(census, assumed: repeats?.dates ?? profile?.dates, usesCurrency: isSameCurrency)
        decideSpending(census)
        plan.summary.fields = PurchaseLog.Field.allCases.compactMap { field in
            if let column = plan.layout.columns[field] {
                return FieldSource(field: field, column: plan.layout.names[column], samples: census.samples[column] ?? [])
            }
            return options.constants[field].map { FieldSource(field: field, column: nil, samples: [String(excerptOf: $0, limit: 40)]) }
        }
        plan.summary.dateOrder = plan.rules.dateOrder
        guard questions.isEmpty else { throw .questions(questions) }
    }

    private mutating func decideStatuses(_ census: LogCensus) {
        guard let column = plan.layout.status, !census.statuses.isTooMany else { return }
        let name = plan.layout.names[column]
        guard !options.keep.contains(where: { ColumnLayout.column(named: $0.column, in: finder.header).contains(column) }) else { return }
        let known = LogLayouts.known.statuses
        let kept = profile?.keep.map { Set($0.map(Self.plainStatus)) } ?? known.kept
        let leftOut = profile?.leaveOut.map { Set($0.map(Self.plainStatus)) } ?? []
        let open = census.statuses.counts.filter {
            !kept.contains(Self.plainStatus($0.text)) && !leftOut.contains(Self.plainStatus($0.text))
        }
        guard !open.isEmpty else { return }
        // A column of one value tells nothing apart, unless the value is one of orders that came to nothing.
        guard open.contains(where: { known.leftOut.contains(Self.plainStatus($0.text)) }) || census.statuses.counts.count > 1 else {
            return
        }
        let shown = open.prefix(8).map { "\"\($0.text)\" (\($0.count.grouped))" }.joined(separator: ", ")
        let likely = census.statuses.counts.filter { kept.contains(Self.plainStatus($0.text)) }.map(\.text)
        let others = open.filter { !known.leftOut.contains(Self.plainStatus($0.text)) }.map(\.text)
        questions.append(
            LogQuestion(
                option: .keep,
                text:
                    "Rows whose \(name) is \(shown) may be no purchases: say which values are kept, with --keep for each, or --ignore \(name) to keep all.",
                choices: (likely + others).prefix(6).map {
                    .init(option: .keep, value: "\(name)=\($0)", meaning: "keeps rows whose \(name) is \"\($0)\"")
                } + [.init(option: .ignore, value: name, meaning: "keeps all rows")]))
    }

    private static func plainStatus(_ text: String) -> String {
        text.lowercased().replacing("_", with: " ").replacing("-", with: " ").split(separator: " ").joined(separator: " ")
    }

    /// - Returns: whether all sums are in the same currency, or in one that nothing names.
    private mutating func decideCurrency(_ census: LogCensus, assumed: String?) -> Bool {
        var columnCodes: [(text: String, count: Int)] = []
        if plan.layout.currency != nil { columnCodes = census.currencies.counts.map { ($0.text, $0.count) } }
        if columnCodes.count > 1 {
            let name = plan.layout.currency.map { plan.layout.names[$0] } ?? "Currency"
            let ranked = columnCodes.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
            questions.append(
                LogQuestion(
                    option: .keep,
                    text:
                        "The sums are in \(columnCodes.count) currencies, \(Self.counted(ranked)); a database has one: say which currency is kept.",
                    choices: ranked.prefix(8).map {
                        .init(option: .keep, value: "\(name)=\($0.text)", meaning: "keeps the \($0.count.grouped) rows in \($0.text)")
                    }))
            return false
        }
        var beside: [(text: String, count: Int)] = []
        for (text, _, count) in census.annotations.counts {
            guard let currency = LogCurrency(text) else { continue }
            if let index = beside.firstIndex(where: { $0.text == currency.code }) {
                beside[index].count += count
            } else {
                beside.append((currency.code, count))
            }
        }
        if beside.count > 1 {
            if let currency = options.currency {
                plan.rules.currency = currency
                plan.summary.currency = currency
                plan.decide(.currency, "\(currency); rows in others are left out", by: "the option")
                return true
            }
            let ranked = beside.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
            questions.append(
                LogQuestion(
                    option: .currency,
                    text:
                        "The sums are in \(beside.count) currencies, \(Self.counted(ranked)); a database has one: say which currency is kept.",
                    choices: ranked.prefix(8).map {
                        .init(option: .currency, value: $0.text, meaning: "keeps sums in \($0.text) and those without a sign")
                    }))
            return false
        }
        let inHeader = plan.layout.columns.filter { $0.key.isMoney }.values.sorted()
            .compactMap { finder.header[$0].annotation.flatMap(LogCurrency.init) }
        if let currency = options.currency {
            plan.summary.currency = currency
            plan.decide(.currency, currency.code, by: "the option")
        } else if let text = columnCodes.first?.text {
            plan.summary.currency = LogCurrency(text)
            plan.decide(.currency, plan.summary.currency?.code ?? text, by: "its column")
        } else if let code = beside.first?.text {
            plan.summary.currency = LogCurrency(code)
            plan.decide(.currency, code, by: "the signs beside sums")
        } else if let currency = inHeader.first, inHeader.allSatisfy({ $0 == currency }) {
            plan.summary.currency = currency
            plan.decide(.currency, currency.code, by: "the header")
        } else if let assumed, let currency = LogCurrency(assumed) {
            plan.summary.currency = currency
            plan.decide(.currency, currency.code, by: "the layout")
        }
        return true
    }

    private static func counted(_ values: [(text: String, count: Int)]) -> String {
        values.prefix(6).map { "\($0.text) (\($0.count.grouped))" }.joined(separator: ", ")
    }

    private mutating func decideSpending(_ census: LogCensus) {
        if let spending = options.spending {
            plan.rules.spending = spending
            plan.decide(.spending, "\(spending) sums", by: "the option")
            return
        }
        if let spending = profile?.spending {
            plan.rules.spending = spending
            plan.decide(.spending, "\(spending) sums", by: "the layout")
            return
        }
        // A log of orders with quantities holds refunds; a statement of an account has neither orders nor quantities.
        let isStatement =
            plan.layout.quantity == nil && plan.layout.basePrice == nil && plan.layout.debit == nil && plan.layout.credit == nil
        let sums = census.negativeSums + census.positiveSums
        guard isStatement, census.negativeSums * 2 > sums else { return }
        if census.negativeSums >= 3, census.negativeSums * 10 >= sums * 8 {
            plan.rules.spending = .negative
            plan.decide(
                .spending, "negative sums, which are turned", by: "\(census.negativeSums.grouped) of \(sums.grouped) sums being negative")
        } else {
            questions.append(
                LogQuestion(
                    option: .spending,
                    text:
                        "\(census.negativeSums.grouped) of \(sums.grouped) sums are negative: say whether those are what was spent or what came back.",
                    choices: [
                        .init(option: .spending, value: "negative", meaning: "takes negative sums for what was spent"),
                        .init(option: .spending, value: "positive", meaning: "takes negative sums for refunds"),
                    ]))
        }
    }
}
