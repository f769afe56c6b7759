import Access
import Dashboard
import HTTPTypes
import Hummingbird
import Reports

/// `/docs`: the description of the API, for people. It is made from the same operations as `/openapi.json`, and fetches nothing.
struct APIPageRoutes: Sendable {
    let responder: PageResponder

    func add(to routes: Routes) {
        responder.add("docs", to: routes, [.get: { request, context in try page(request, context) }])
    }

    private func page(_ request: Request, _ context: ServerContext) throws -> Answer {
        var query = QueryReader(request.query.droppingEmptyValues())
        let reader = Reader(request, context, &query)
        try query.finish()
        return responder.page(responder.pages.html(of: APIPage(Self.groups, for: reader)))
    }

    /// The operations by what they are about. What comes by extension too stands once.
    static let groups: [APIPage.Group] = {
        let operations = OpenAPIDocument.operations
        let byExtension = Dictionary(
            operations.filter { !$0.extensions.isEmpty }.map {
                ("\($0.method) \($0.path.replacing(".{extension}", with: ""))", $0.extensions)
            },
            uniquingKeysWith: { first, _ in first })
        let plain = Set(operations.filter(\.extensions.isEmpty).map { "\($0.method) \($0.path)" })
        return OpenAPIDocument.tags.map { tag, words in
            let own = operations.filter { operation in
                let name = "\(operation.method) \(operation.path.replacing(".{extension}", with: ""))"
                return operation.tag == tag && (operation.extensions.isEmpty || !plain.contains(name))
            }
            return APIPage.Group(
                title: tag, words: words,
                operations: own.map { operation in
                    let path = operation.path.replacing(".{extension}", with: "")
                    return APIPage.Operation(
                        method: operation.method.rawValue, path: path, summary: operation.summary,
                        extensions: byExtension["\(operation.method) \(path)"] ?? [], bodies: operation.body?.contents.map(\.type) ?? [],
                        parameters: operation.parameters.map(APIPage.Parameter.init), statuses: operation.statuses.map(String.init),
                        isOpen: RouteAccess(operation.method, path: operation.path) == .anybody)
                })
        }
    }()
}

extension APIPage.Parameter {
    fileprivate init(_ parameter: QueryParameter) {
        self.init(name: parameter.name, words: parameter.words, values: parameter.schema.summary, isRepeatable: parameter.isRepeatable)
    }
}

extension Schema {
    /// What may be written, in a few words: the choices, or the kind and its bounds.
    fileprivate var summary: String {
        func text(_ name: String) -> String? {
            switch members[name] {
            case .string(let text)?: text
            case .integer(let number)?: String(number)
            default: nil
            }
        }
        if case .array(let words)? = members["enum"] {
            return words.compactMap { if case .string(let word) = $0 { word } else { nil } }.joined(separator: ", ")
        }
        let kind = text("format") ?? text("type") ?? "text"
        let (low, high) = (text("minimum"), text("maximum"))
        guard low != nil || high != nil else { return kind == "string" ? "text" : kind }
        return "\(low ?? "")…\(high ?? "")"
    }
}
