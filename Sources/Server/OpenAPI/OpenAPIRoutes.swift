import Hummingbird

/// `/openapi.json`: what can be asked of the server.
struct OpenAPIRoutes: Sendable {
    let build: String

    func add(to routes: Routes) {
        routes.on(
            "openapi.json",
            [
                .get: { request, _ in
                    try QueryReader(request.query).finish()
                    // Made when it is asked for, which is seldom: no start of a server waits for it.
                    return .constant(
                        OpenAPIDocument(version: build).bytes, as: Representation.json.contentType, identity: ["openapi", build],
                        "public, max-age=600")
                }
            ])
    }
}
