import HTTPTypes
import Hummingbird
import LogReading
import Mailing
import Purchases
import Reports
import Storage

/// `/api/imports`: a purchase log in, a reconciliation out; what was imported before, and the last of it undone.
struct ImportRoutes: Sendable {
    let importer: LogImporter

    func add(to routes: Routes) {
        routes.on("api/imports", [.get: list, .post: answer])
        routes.on("api/imports/undo", [.post: undo])
    }

    @Sendable private func list(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var reader = QueryReader(request.query)
        let page = Self.page(&reader)
        try reader.finish()
        let records = try await importer.store.imports(before: page.before, limit: page.limit + 1)
        let next = records.count > page.limit ? records[page.limit - 1].number : nil
        return .json(ImportRecords.json(of: Array(records.prefix(page.limit)), next: next), .notStored)
    }

    @Sendable private func undo(_ request: Request, _ context: ServerContext) async throws -> Answer {
        var reader = QueryReader(request.query)
        let number = Self.number(&reader)
        try reader.finish()
        return .json(ImportRecords.json(try await importer.undo(number)), .notStored)
    }

    /// Reads which records are wanted.
    static func page(_ reader: inout QueryReader) -> (before: Int?, limit: Int) {
        let before = reader.value(.wholeNumber("before", in: 1...Int(Int32.max), "The number of the last import on the page before."))
        return (before, reader.value(.wholeNumber("limit", in: 1...100, "The most records of an answer; 20 unless told.")) ?? 20)
    }

    /// Reads which import is to be undone.
    static func number(_ reader: inout QueryReader) -> Int? {
        reader.value(.wholeNumber("number", in: 1...Int(Int32.max), "The import that is meant; whichever is the last unless told."))
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
