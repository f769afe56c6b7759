import Dashboard
import Hummingbird

/// `/assets`: what the pages are made of besides HTML. An address that names the file's version is good for ever.
struct AssetRoutes: Sendable {
    func add(to routes: Routes) {
        for asset in DashboardAsset.all {
            routes.on("assets/\(asset.name)", [.get: { request, _ in try answer(request, asset) }])
        }
    }

    private func answer(_ request: Request, _ asset: DashboardAsset) throws -> Answer {
        var query = QueryReader(request.query)
        let version = query.value(Parameter<String>.text("v", upTo: 40))
        try query.finish()
        let cacheControl = version == asset.version ? "public, max-age=31536000, immutable" : "public, max-age=600"
        return .constant(asset.bytes, as: asset.mediaType, identity: [asset.name, asset.version], cacheControl)
    }
}
