import Dashboard
import HTTPTypes
import Hummingbird
import Purchases
import Storage

/// `/import`: a log is sent and looked at, and kept when the reader says so. Every step leads to an address, so that loading a page
/// again sends nothing again.
struct ImportPageRoutes: Sendable {
    let importer: LogImporter
    let pending: PendingLogs
    let responder: PageResponder

    func add(to routes: Routes) {
        responder.add("import", to: routes, [.get: { request, _ in try form(request) }, .post: send])
        responder.add("import/confirmation", to: routes, [.post: confirm])
        responder.add("import/{token}", to: routes, [.get: reconciliation])
    }

    private func form(_ request: Request) throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, &query)
        try query.finish()
        return responder.page(responder.pages.html(of: ImportPage(for: reader)))
    }

    @Sendable private func send(_ request: Request, _ context: ServerContext) async throws -> Answer {
        do {
            let upload = try await importer.receive(request, context)
            var form = QueryReader(upload.fields.droppingEmptyValues())
            let options = PurchaseLog.Options(&form)
            try form.finish()
            let result = try await importer.rehearse(upload.log, options)
            let name = String((upload.log.name ?? "CSV").prefix(100))
            let token = pending.add(PendingLogs.Entry(fileName: name, options: options, log: upload.log, result: result))
            return .redirect(to: "/import/\(token)")
        } catch let problem as Problem where problem.status.kind == .clientError {
            // The form again, with what was wrong.
            var reader = Reader(request)
            reader.address = "/import"
            let page = ImportPage(problem: problem.detail, for: reader)
            return responder.page(responder.pages.html(of: page), status: problem.status)
        }
    }

    @Sendable private func reconciliation(_ request: Request, _ context: ServerContext) throws -> Answer {
        let token = try context.pathParameter("token")
        guard let entry = pending.entry(token) else { throw Problem.unknownLog }
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, &query)
        try query.finish()
        let page = ReconciliationPage(
            entry.result.reconciliation, fileName: entry.fileName, orders: entry.result.outcome.map { ($0.newOrders, $0.replacedOrders) },
            token: entry.log.map { _ in token }, for: reader
        )
        return responder.page(responder.pages.html(of: page))
    }

    @Sendable private func confirm(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var form = QueryReader(try await context.form(of: request))
        let token = form.value(Parameter<String>.text("log", upTo: 64)) ?? ""
        try form.finish()
        guard let entry = pending.entry(token) else { throw Problem.unknownLog }
        // Sent twice, it is kept once.
        if let log = entry.log { pending.finish(token, with: try await importer.keep(log, entry.options)) }
        return .redirect(to: "/import/\(token)")
    }
}

extension Problem {
    fileprivate static let unknownLog = Problem(
        .unknownLog,
        detail: "A log that was sent waits a quarter of an hour for being kept. Send it again."
    )
}
