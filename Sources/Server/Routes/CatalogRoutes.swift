import Hummingbird
import NIOCore
import Purchases
import Reports
import Storage

/// `/api/users` and `/api/categories`: what there is to ask about.
struct CatalogRoutes: Sendable {
    let store: any PurchaseStore
    let build: String

    func add(to router: some RouterMethods<ServerContext>) {
        router.resource("api/users") { request, _ in try await users(request.query) }
        router.resource("api/categories") { request, _ in try await categories(request.query) }
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
                path: "/api/users", query: query, representations: [.json, .csv], identity: [build, "users", canonical.encoded]
            ),
            revision: try await store.revision()
        ) { representation in
            // One more than asked for tells whether there is a next page.
            let users = try await store.users(matching: text, after: cursor, limit: limit + 1).value
            let page = users.prefix(limit)
            return Resource.Content(
                body: ByteBuffer(bytes: NameList(page.map(\.rawValue), of: "users", column: "user_id").bytes(as: representation)),
                nextPage: users.count > limit ? page.last.map { query.replacing("cursor", with: $0.rawValue) } : nil
            )
        }
    }

    private func categories(_ query: Query) async throws -> Resource {
        try QueryReader(query).finish()
        return Resource(
            address: ResourceAddress(
                path: "/api/categories", query: query, representations: [.json, .csv], identity: [build, "categories"]
            ),
            revision: try await store.revision()
        ) { representation in
            let categories = try await store.categories().value
            return Resource.Content(
                body: ByteBuffer(bytes: NameList(categories, of: "categories", column: "category").bytes(as: representation)))
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
