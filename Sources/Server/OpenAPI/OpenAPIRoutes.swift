import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// `/openapi.json`: what can be asked of the server.
struct OpenAPIRoutes: Sendable {
    private let document: ByteBuffer
    private let tag: EntityTag

    init(build: String) {
        document = ByteBuffer(bytes: OpenAPIDocument(version: build).bytes)
        tag = EntityTag(.zero, ["openapi", build])
    }

    func add(to router: some RouterMethods<ServerContext>) {
        for method in HTTPRequest.Method.reading {
            router.on("openapi.json", method: method) { request, _ -> Response in
                try QueryReader(request.query).finish()
                let headers: HTTPFields = [
                    .contentType: Representation.json.contentType, .cacheControl: "public, max-age=600", .eTag: tag.text,
                ]
                if tag.isNamed(in: request.headers[values: .ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
                let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: document))
                return request.method == .head ? response.createHeadResponse() : response
            }
        }
        router.refuseMethods(at: "openapi.json", except: HTTPRequest.Method.reading)
    }
}
