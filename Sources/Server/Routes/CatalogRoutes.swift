import Hummingbird
import Purchases
import Reports
import Storage

/// `/api/users` and `/api/categories`: what there is to ask about.
struct CatalogRoutes: Sendable {
    let services: Services

    func add(to routes: Routes) {
        routes.resource("api/users") { request, _ in try await users(request.query) }
        routes.resource("api/categories") { request, _ in try await categories(request.query) }
    }

    /// Reads which shoppers are asked for.
    static func page(_ reader: inout QueryReader) -> (text: String?, limit: Int, cursor: UserID?) {
        (
            reader.value(Parameter<String>.text("q", upTo: 200)), reader.value(.wholeNumber("limit", in: 1...1000)) ?? 100,
            reader.value(Parameter<String>.text("cursor", upTo: 200)).map(UserID.init)
        )
    }

    private func users(_ query: Query) async throws -> Resource {
        var reader = QueryReader(query)
        let (text, limit, cursor) = Self.page(&reader)
        try reader.finish()

        let canonical = Query([("q", text ?? ""), ("limit", String(limit)), ("cursor", cursor?.rawValue ?? "")])
        return Resource(
            address: ResourceAddress(
                path: "/api/users", query: query, representations: [.json, .csv], identity: [services.build, "users", canonical.encoded]
            ),
            revision: try await services.store.revision()
        ) { [services] representation in
            // One more than asked for tells whether there is a next page.
            let users = try await services.users(matching: text, after: cursor, limit: limit + 1)
            let page = users.value.prefix(limit)
            return .init(
                NameList(page.map(\.rawValue), of: "users", column: "user_id").bytes(as: representation), at: users.revision,
                nextPage: users.value.count > limit ? page.last.map { query.replacing("cursor", with: $0.rawValue) } : nil
            )
        }
    }

    private func categories(_ query: Query) async throws -> Resource {
        try QueryReader(query).finish()
        return Resource(
            address: ResourceAddress(
                path: "/api/categories", query: query, representations: [.json, .csv], identity: [services.build, "categories"]
            ),
            revision: try await services.store.revision()
        ) { [store = services.store] representation in
            let categories = try await store.categories()
            return .init(
                NameList(categories.value, of: "categories", column: "category").bytes(as: representation), at: categories.revision)
        }
    }
}

/// Names, one below the other.
private struct NameList {
    let names: [String]
    let key: String
    let column: String

    init(_ names: [String], of key: String, column: String) {
        self.names = names
        self.key = key
        self.column = column
    }

    func bytes(as representation: Representation) -> [UInt8] {
        representation == .csv
            ? Table(columns: [column], rows: names.map { [.text($0)] }).csv
            : JSON.object(JSON.Members([(key, .array(names.map(JSON.string)))])).bytes
    }
}
