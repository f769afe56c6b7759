import HTTPTypes
import Hummingbird
import LogReading
import Mailing
import Purchases
import Reports
import Storage

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
        return .json(try await importer.keep(upload.log, plan.options, plan.settings).json, .notStored)
    }

    /// What is to be done with the log.
    struct Plan {
        let options: PurchaseLog.Options
        let settings: ImportSettings

        init(_ query: Query) throws(InvalidQuery) {
            var reader = QueryReader(query.droppingEmptyValues())
            self.init(&reader)
            try reader.finish()
        }

        init(_ reader: inout QueryReader) {
            options = PurchaseLog.Options(&reader)
            settings = ImportSettings(&reader)
        }
    }
}
