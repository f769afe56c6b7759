// swift-tools-version: 6.2
import PackageDescription

// A package of its own that draws with Cartograph's libraries, as any other would. `make test` builds and runs it.
let package = Package(
    name: "library-consumer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "cartograph", path: "../..")],
    targets: [
        .executableTarget(
            name: "LibraryConsumer",
            dependencies: [
                .product(name: "Charts", package: "cartograph"), .product(name: "ChartRendering", package: "cartograph"),
            ])
    ]
)
