import Hummingbird
import Purchases
import Reports

/// `/api/users/{id}/purchases`: the lines themselves, page by page.
struct PurchaseRoutes: Sendable {
    let services: Services

    /// What is below a shopper's path, by name.
    var makers: [String: ResourceMaker] {
        ["purchases": { request, context in try await page(of: UserID(rawValue: try context.pathParameter("id")), request.query) }]
    }

    /// Reads which purchases are asked for.
    static func page(_ reader: inout QueryReader) -> (filter: PurchaseFilter, limit: Int, cursor: PurchaseCursor?, isDownload: Bool) {
        (
            PurchaseFilter(&reader), reader.value(.wholeNumber("limit", in: 1...10_000)) ?? 1000, reader.value(.purchaseCursor),
            reader.value(Parameter<Bool>.flag("download")) ?? false
        )
    }

    private func page(of user: UserID, _ query: Query) async throws -> Resource {
        var reader = QueryReader(query)
        let (filter, limit, cursor, isDownload) = Self.page(&reader)
        try reader.finish()
        let subject = Subject(user: user, filter: filter)

        let canonical = Query(subject.filter.fields + [("limit", String(limit)), ("cursor", cursor?.description ?? "")])
        return Resource(
            address: ResourceAddress(
                path: "/api/users/\(user.rawValue.percentEncoded)/purchases", query: query, representations: [.json, .csv],
                identity: [services.build, "purchases", canonical.encoded]
            ),
            revision: try await services.revision(of: user),
            fileName: isDownload ? subject.fileName(of: "purchases") : nil
        ) { [services] representation in
            try await services.making(of: user) { data in
                let matches = data.history.filter(subject.filter.contains)
                let start = cursor?.index(after: matches) ?? 0
                let lines = matches[start...].prefix(limit)
                let page = PurchasePage(subject, purchases: Array(lines), count: matches.count)
                let next = lines.endIndex < matches.endIndex ? PurchaseCursor(after: lines.endIndex - 1, of: matches) : nil
                return .init(
                    representation == .csv ? page.table.csv : page.json.bytes, at: data.revision,
                    nextPage: next.map { query.replacing("cursor", with: $0.description) }
                )
            }
        }
    }
}
