import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// `/openapi.json`: what can be asked of the server.
struct OpenAPIRoutes: Sendable {
    private let build: String
    private let tag: EntityTag

    init(build: String) {
        self.build = build
        tag = EntityTag(.zero, ["openapi", build])
    }

    func add(to router: some RouterMethods<ServerContext>) {
        router.onReading("openapi.json") { request, _ in
            try QueryReader(request.query).finish()
            let headers: HTTPFields = [
                .contentType: Representation.json.contentType, .cacheControl: "public, max-age=600", .eTag: tag.text,
            ]
            if tag.isNamed(in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
            // Made when it is asked for, which is seldom: no start of a server waits for it.
            let document = ByteBuffer(bytes: OpenAPIDocument(version: build).bytes)
            let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: document))
            return request.method == .head ? response.createHeadResponse() : response
        }
    }
}
