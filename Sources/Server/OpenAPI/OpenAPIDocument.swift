import HTTPTypes
import Purchases
import Reports

/// The description of the whole API for programs (OpenAPI 3.1): the same for every server of a build.
///
///     OpenAPIDocument(version: "1.0").bytes
///
/// Parameters are told by the code that reads them, so that the description cannot fall behind.
public struct OpenAPIDocument: Sendable {
    /// JSON, in UTF-8.
    public let bytes: [UInt8]

    /// - Parameter version: that of the program.
    public init(version: String) {
        let shared = Dictionary(uniqueKeysWithValues: Self.sharedParameters.map { ($0.name, $0) })
        let operations = Self.operations
        // In the order in which the paths come first.
        var paths: [(path: String, operations: [Operation])] = []
        for operation in operations {
            if let index = paths.firstIndex(where: { $0.path == operation.path }) {
                paths[index].operations.append(operation)
            } else {
                paths.append((operation.path, [operation]))
            }
        }
        let document: JSON = [
            "openapi": "3.1.0",
            "info": [
                "title": "Cartograph", "version": .string(version), "summary": "A shop's purchases as numbers and charts.",
                "description": .string(Self.introduction), "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": "/"]],
            // A server that is open asks for nothing.
            "security": [["key": []], [:]],
            "tags": .array(Self.tags.map { ["name": .string($0.key), "description": .string($0.value)] }),
            "paths": .object(
                JSON.Members(
                    paths.map { path, operations in
                        (path, .object(JSON.Members(operations.map { ($0.method.rawValue.lowercased(), $0.json(sharing: shared)) })))
                    }
                )
            ),
            "components": [
                "securitySchemes": [
                    "key": [
                        "type": "http", "scheme": "bearer",
                        "description": "An API key, `cg_ID_SECRET`, or a token of the identity provider that the server trusts.",
                    ]
                ],
                "parameters": .object(
                    JSON.Members(Self.sharedParameters.map { ($0.name, $0.json) })),
                "schemas": .object(JSON.Members(Self.schemas.map { ($0.key, $0.value.json) })),
                "responses": [
                    "Problem": [
                        "description": """
                        What is wrong and what to do, every fault at once (RFC 9457). On the path of a picture, a picture that says \
                        it, unless the client prefers this one.
                        """,
                        "content": ["application/problem+json": ["schema": Schema.named("Problem").json]],
                    ]
                ],
            ],
        ]
        bytes = document.bytes
    }

    private static let introduction = """
        One path for every figure, and an extension for each of its representations: JSON and CSV for programs, PNG, SVG and PDF to \
        look at, and text that says what the picture shows. All of them show the same numbers.
        """

    static let tags: KeyValuePairs<String, String> = [
        "shop": "All shoppers together.",
        "insights": "Figures about one shopper, as numbers and as charts.",
        "reports": "Everything about a shopper in one file.",
        "charts": "Charts of anyone's data.",
        "bucket list": "What a shopper means to buy.",
        "links": "Links that need no login.",
        "imports": "Purchase logs in.",
        "files": "What a mail or a picture says of itself.",
        "operations": "For those who run the server.",
    ]

    /// What every insight may be asked: filters, how it is written, and how it is drawn.
    private static let sharedParameters = QueryReader.parameters { _ = InsightRequest(.metrics, of: UserID(rawValue: ""), &$0) }
}
