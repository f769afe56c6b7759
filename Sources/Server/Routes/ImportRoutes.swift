import HTTPTypes
import Hummingbird
import LogReading
import Mailing
import Purchases
import Reports

/// `POST /api/imports`: a purchase log in, a reconciliation out.
struct ImportRoutes: Sendable {
    let importer: LogImporter

    func add(to routes: Routes) {
        routes.on("api/imports", [.post: answer])
    }

    @Sendable private func answer(_ request: Request, _ context: ServerContext) async throws -> Answer {
        // Read before the body: what is wrong with the query need not wait for the upload.
        let query = request.query
        let isForm = HeaderParameters(request.headers[.contentType] ?? "").value.lowercased() == LogUpload.formType
        if !isForm { _ = try Plan(query) }
        let upload = try await importer.receive(request, context)
        let plan = try Plan(Query(query.fields.map { ($0.name, $0.value) } + upload.fields.fields.map { ($0.name, $0.value) }))
        let result =
            plan.isDryRun ? try await importer.rehearse(upload.log, plan.options) : try await importer.keep(upload.log, plan.options)
        return .json(result.json, .notStored)
    }

    /// What is to be done with the log.
    struct Plan {
        let options: PurchaseLog.Options
        let isDryRun: Bool

        init(_ query: Query) throws(InvalidQuery) {
            var reader = QueryReader(query.droppingEmptyValues())
            self.init(&reader)
            try reader.finish()
        }

        init(_ reader: inout QueryReader) {
            options = PurchaseLog.Options(&reader)
            isDryRun =
                reader.value(Parameter<Bool>.choice("dry_run", among: ["1": true, "true": true, "0": false, "false": false])) ?? false
        }
    }
}
