import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// `/assets`: what the pages are made of besides HTML. An address that names the file's version is good for ever.
struct AssetRoutes: Sendable {
    func add(to router: some RouterMethods<ServerContext>) {
        for asset in DashboardAsset.all {
            let path = RouterPath("assets/\(asset.name)")
            router.onReading(path) { request, _ in try answer(request, asset) }
        }
    }

    private func answer(_ request: Request, _ asset: DashboardAsset) throws -> Response {
        var query = QueryReader(request.query)
        let version = query.value(Parameter<String>.text("v", upTo: 40))
        try query.finish()
        let tag = EntityTag(.zero, [asset.name, asset.version])
        let isCurrent = version == asset.version
        var headers: HTTPFields = [
            .eTag: tag.text, .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "public, max-age=600",
        ]
        guard !tag.isNamed(in: request.headers[values: .ifNoneMatch]) else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = asset.mediaType
        let response = Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }
}
