import Charts
import Dashboard
import HTTPTypes
import Hummingbird
import LogReading
import Purchases
import Reports
import Storage

/// `/import`: a log is sent and looked at, and kept when the reader says so. Every step leads to an address, so that loading a page
/// again sends nothing again.
struct ImportPageRoutes: Sendable {
    let importer: LogImporter
    let pending: PendingLogs
    let responder: PageResponder

    func add(to routes: Routes) {
        responder.add("import", to: routes, [.get: form, .post: send])
        responder.add("import/undo", to: routes, [.post: undo])
        responder.add("import/confirmation", to: routes, [.post: confirm])
        responder.add("import/reading", to: routes, [.post: readAgain])
        responder.add("import/{token}", to: routes, [.get: reconciliation])
        responder.add("import/{token}/rejected.csv", to: routes, [.get: rejected])
    }

    /// How many earlier imports the page shows.
    private static let shownRecords = 10

    @Sendable private func form(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        try query.finish()
        return try await page(nil, .ok, for: reader)
    }

    /// Answers with the form, and below it what was imported before.
    private func page(_ problem: String?, _ status: HTTPResponse.Status, for reader: Reader) async throws -> Answer {
        let records = try await importer.store.imports(before: nil, limit: Self.shownRecords)
        let page = ImportPage(
            problem: problem, records: records.map { ImportPage.Record($0, in: reader.presentation.locale) }, for: reader)
        return responder.page(responder.pages.html(of: page), status: status)
    }

    @Sendable private func undo(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request).droppingEmptyValues())
        let number = form.value(.wholeNumber("number", in: 1...Int(Int32.max), ""))
        _ = form.value(Parameter<String>.text("back", upTo: 100))
        try form.finish()
        do {
            _ = try await importer.undo(number)
            return .redirect(to: "/import")
        } catch let problem as Problem where problem.status.kind == .clientError {
            var reader = Reader(request, context)
            reader.address = "/import"
            return try await page(problem.detail, problem.status, for: reader)
        }
    }

    @Sendable private func send(_ request: Request, _ context: ServerContext) async throws -> Answer {
        do {
            let upload = try await importer.receive(request, context)
            var form = QueryReader(upload.fields.droppingEmptyValues())
            let options = PurchaseLog.Options(&form)
            try form.finish()
            return .redirect(to: "/import/\(pending.add(try await entry(for: upload.log, options)))")
        } catch let problem as Problem where problem.status.kind == .clientError {
            // The form again, with what was wrong.
            var reader = Reader(request, context)
            reader.address = "/import"
            return try await page(problem.detail, problem.status, for: reader)
        }
    }

    /// Reads a log as it says itself and the form says of it; where the form says nothing, as one with the same columns was read before.
    private func entry(for log: UploadedLog, _ options: PurchaseLog.Options) async throws -> PendingLogs.Entry {
        var entry = PendingLogs.Entry(fileName: String((log.name ?? "CSV").prefix(100)), options: options, log: log)
        if options.text.isEmpty, let remembered = try await importer.rememberedOptions(for: log) {
            do {
                (entry.result, entry.questions) = try await importer.examine(log, remembered)
                (entry.options, entry.isRemembered) = (remembered, true)
                return entry
            } catch is Problem {}  // It is of another kind in spite of its columns.
        }
        (entry.result, entry.questions) = try await importer.examine(log, options)
        return entry
    }

    @Sendable private func reconciliation(_ request: Request, _ context: ServerContext) throws -> Answer {
        let token = try context.pathParameter("token")
        guard let entry = pending.entry(token) else { throw Problem.unknownLog }
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        try query.finish()
        guard let result = entry.result else {
            let page = QuestionsPage(
                entry.questions, options: entry.options, fileName: entry.fileName, problem: entry.problem, token: token,
                isRemembered: entry.isRemembered, for: reader)
            return responder.page(responder.pages.html(of: page))
        }
        let page = ReconciliationPage(
            result.reconciliation, fileName: entry.fileName, outcome: result.outcome.map(ReconciliationPage.Orders.init),
            options: entry.options, problem: entry.problem, token: entry.log.map { _ in token }, address: token,
            isRemembered: entry.isRemembered, for: reader
        )
        return responder.page(responder.pages.html(of: page))
    }

    /// Answers with the rejected rows, and what would mend each; the first ones where the log is kept already and no longer here.
    @Sendable private func rejected(_ request: Request, _ context: ServerContext) async throws -> Answer {
        guard let entry = pending.entry(try context.pathParameter("token")), let result = entry.result else { throw Problem.unknownLog }
        let rejections: [Rejection] =
            if let log = entry.log { try await importer.rejections(of: log, entry.options) } else { result.reconciliation.rejections }
        let table = Table(
            columns: ["line", "column", "value", "reason", "remedy"],
            rows: rejections.map { rejection in
                [
                    .integer(rejection.line), .text(rejection.column ?? ""), .text(rejection.value), .text(rejection.explanation),
                    .text(rejection.reason.remedy),
                ]
            })
        return .bytes(table.csv, as: Representation.csv.contentType, .notStored)
    }

    /// Reads a log again by answers to its questions, or by changes of how it was read.
    @Sendable private func readAgain(_ request: Request, _ context: ServerContext) async throws -> Answer {
        let form = try await context.form(of: request).droppingEmptyValues()
        let token = form.fields.first { $0.name == "log" }?.value ?? ""
        guard var entry = pending.entry(token) else { throw Problem.unknownLog }
        if let log = entry.log {
            do {
                let isFresh = form.fields.contains { $0.name == "fresh" }
                let options =
                    isFresh ? PurchaseLog.Options() : try entry.options.changed(by: form, of: entry.result?.reconciliation.summary)
                (entry.result, entry.questions) = try await importer.examine(log, options)
                (entry.options, entry.problem, entry.isRemembered) = (options, nil, false)
            } catch let error as PurchaseLogError {
                entry.problem = "\(error)"
            } catch let problem as Problem where problem.status.kind == .clientError {
                entry.problem = problem.detail
            }
            pending.update(token, with: entry)
        }
        return .redirect(to: "/import/\(token)")
    }

    @Sendable private func confirm(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request).droppingEmptyValues())
        let token = form.value(Parameter<String>.text("log", upTo: 64)) ?? ""
        let rule = form.value(Parameter<MergeRule>.choice("rule")) ?? .standard
        try form.finish()
        guard let entry = pending.entry(token) else { throw Problem.unknownLog }
        // Sent twice, it is kept once.
        if let log = entry.log, entry.result != nil {
            pending.finish(token, with: try await importer.keep(log, entry.options, ImportSettings(rule: rule)))
        }
        return .redirect(to: "/import/\(token)")
    }
}

extension ImportPage.Record {
    fileprivate init(_ record: ImportRecord, in locale: Locale) {
        self.init(
            number: record.number, time: record.time.map { locale.text(of: $0.day) } ?? "", files: record.files.map(\.name),
            newOrders: record.outcome.newOrders, replacedOrders: record.outcome.replacedOrders + record.outcome.extendedOrders,
            unchangedOrders: record.outcome.unchangedOrders, lines: record.outcome.lines, isUndone: record.undoing != nil,
            canBeUndone: record.canBeUndone)
    }
}

extension ReconciliationPage.Orders {
    fileprivate init(_ outcome: ImportOutcome) {
        self.init(
            new: outcome.newOrders, replaced: outcome.replacedOrders, extended: outcome.extendedOrders, unchanged: outcome.unchangedOrders,
            before: outcome.sumBefore, after: outcome.sumAfter)
    }
}

extension PurchaseLog.Options {
    /// Returns the options with what a form of the page says of them: answers as `answer0=decimal ,`, and with `change=1` all that its
    /// selects show.
    fileprivate func changed(by form: Query, of summary: ReadingSummary?) throws(PurchaseLogError) -> PurchaseLog.Options {
        var options = self
        if form.fields.contains(where: { $0.name == "change" }) {
            options.columns = [:]
            // A column that no field has any more is not to be found by its name again.
            let mapped = form.fields.filter { $0.name == "map" }.map { $0.value.drop { $0 != "=" }.dropFirst() }
            options.ignored = (summary?.fields ?? []).compactMap { $0.field == .description ? nil : $0.column }
                .filter { column in !mapped.contains(column[...]) }
            (options.dateOrder, options.decimal, options.currency) = (nil, nil, nil)
            (options.spending, options.encoding) = (nil, nil)
        }
        for field in form.fields {
            if field.name.hasPrefix("answer"), let space = field.value.firstIndex(of: " "),
                let option = LogOption(rawValue: String(field.value[..<space]))
            {
                try options.take(option, String(field.value[space...].dropFirst()))
            } else if let option = LogOption.allCases.first(where: { $0.parameter == field.name }) {
                try options.take(option, field.value)
            }
        }
        return options
    }
}

extension Problem {
    fileprivate static let unknownLog = Problem(
        .unknownLog,
        detail: "A log that was sent waits a quarter of an hour for being kept. Send it again."
    )
}
