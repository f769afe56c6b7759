// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")

// Said by `cartograph --version`.
let commit = Context.gitInformation.map { String($0.currentCommit.prefix(9)) } ?? ""

let package = Package(
    name: "cartograph",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cartograph", targets: ["Cartograph"]),
        // The grammar of charts and their layout, which needs nothing but Swift; and what makes PNG, SVG and PDF of it.
        .library(name: "Charts", targets: ["Charts", "Drawing"]),
        .library(name: "ChartRendering", targets: ["Rendering", "Typography", "Drawing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.11.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries, as Debian packages them, and the fonts.
        .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft cairo-pdf cairo-svg", providers: [.apt(["libcairo2-dev"])]),
        .systemLibrary(name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
        .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
        .systemLibrary(name: "CFriBidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "CFonts", cSettings: [.headerSearchPath("../../fonts")]),
        .target(name: "CBuild", cSettings: [.define("CARTOGRAPH_COMMIT", to: "\"\(commit)\"")]),

        // What every module may stand on.
        .target(name: "Caching", swiftSettings: settings),

        // Pictures: values, then the grammar, then what puts them on paper.
        .target(name: "Drawing", swiftSettings: settings),
        .target(name: "Charts", dependencies: ["Drawing", "Currencies"], swiftSettings: settings),
        .target(
            name: "Typography", dependencies: ["Drawing", "Caching", "CCairo", "CFreeType", "CHarfBuzz", "CFriBidi", "CFonts"],
            swiftSettings: settings
        ),
        .target(name: "Rendering", dependencies: ["Drawing", "Typography", "CCairo", "CDeflate"], swiftSettings: settings),

        // Numbers: values and their log, then what can be said of them, then where they are kept.
        .target(name: "Hashing", swiftSettings: settings),
        .target(name: "Currencies", swiftSettings: settings),
        .target(name: "Purchases", dependencies: ["Hashing"], swiftSettings: settings),
        .target(
            name: "LogReading", dependencies: ["Currencies", "Purchases", "Hashing", "CZlib", "CZip", "CExpat"],
            resources: [.embedInCode("Resources/log-layouts.json")], swiftSettings: settings
        ),
        .target(name: "Samples", dependencies: ["Purchases", "Hashing"], swiftSettings: settings),
        .target(name: "Analytics", dependencies: ["Purchases"], swiftSettings: settings),
        .target(name: "Recommendations", dependencies: ["Purchases", "Hashing"], swiftSettings: settings),
        .target(name: "Histories", dependencies: ["Purchases", "CDeflate"], swiftSettings: settings),

        // Who may do what; links that work without a login.
        .target(
            name: "Signing", dependencies: ["Purchases", .product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings
        ),
        .target(
            name: "Access",
            dependencies: [
                "Signing", "Purchases", "Caching", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"), .product(name: "JWTKit", package: "jwt-kit"),
            ],
            swiftSettings: settings
        ),

        // Where all is kept.
        .target(name: "Storage", dependencies: ["Access", "LogReading", "Purchases", "Hashing", "Caching"], swiftSettings: settings),
        .target(name: "SQLStorage", dependencies: ["Storage", "Access", "Histories", "Purchases"], swiftSettings: settings),
        .target(
            name: "SQLiteStorage",
            dependencies: [
                "SQLStorage", "Storage", "Purchases",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings
        ),

        .target(name: "PostgresStorage", dependencies: ["SQLStorage", "Storage", "Purchases", "CPostgres"], swiftSettings: settings),

        // Charts of anyone's data, in whatever words a request says them.
        .target(name: "ChartSpecs", dependencies: ["Charts", "Drawing", "LogReading"], swiftSettings: settings),

        // Both, and the edges.
        .target(name: "Reports", dependencies: ["Analytics", "Recommendations", "Purchases", "Charts"], swiftSettings: settings),
        .target(
            name: "Templates", dependencies: ["Drawing", .product(name: "Mustache", package: "swift-mustache")], swiftSettings: settings),
        .target(
            name: "Dashboard",
            dependencies: [
                "LogReading", "Reports", "Charts", "Drawing", "Purchases", "Hashing", "Templates",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")],
            swiftSettings: settings
        ),
        .target(
            name: "Mailing",
            dependencies: [
                "Purchases", "Rendering", "Typography", "Charts", "Drawing", "Templates", "CCurl",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")],
            swiftSettings: settings
        ),
        .target(
            name: "Server",
            dependencies: [
                "Mailing", "Dashboard", "Reports", "ChartSpecs", "Recommendations", "Analytics", "Access", "Signing", "Storage",
                "LogReading", "Rendering", "Typography", "Charts", "Drawing", "Purchases", "Hashing", "Caching",
                coreMetrics, hummingbird, hummingbirdCore, httpTypes, logging, nioCore, nioPosix, nioHTTP1, nioHTTPTypes,
                nioHTTPTypesHTTP1,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Cartograph",
            dependencies: [
                "Server", "Mailing", "Dashboard", "Reports", "Recommendations", "Signing", "PostgresStorage", "SQLiteStorage", "Storage",
                "Access", "LogReading", "Drawing", "Samples", "Typography", "Purchases", "CDeflate", "CBuild",
                hummingbird, logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        // Tools of the developer.
        .target(name: "GalleryCharts", dependencies: ["Charts"], path: "Tests/GalleryCharts", swiftSettings: settings),
        .executableTarget(
            name: "gallery", dependencies: ["GalleryCharts", "Charts", "Rendering", "Typography", "Drawing"], path: "Sources/Gallery",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "Server", "Dashboard", "Signing", "Reports", "Recommendations", "Analytics", "Samples", "SQLiteStorage",
                "PostgresStorage", "Storage", "LogReading", "Mailing", "Rendering", "Typography", "Charts",
                "Drawing", "Purchases", "TestServers", logging,
            ],
            path: "Sources/Benchmark", swiftSettings: settings
        ),

        // What several test targets share: texts that must not change, and servers of others that tests start.
        .target(name: "GoldenSupport", dependencies: ["Hashing"], path: "Tests/GoldenSupport", swiftSettings: settings),
        .testTarget(name: "GoldenSupportTests", dependencies: ["GoldenSupport"], swiftSettings: settings),
        .target(name: "TestServers", path: "Tests/TestServers", swiftSettings: settings),

        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(name: "CachingTests", dependencies: ["Caching"], swiftSettings: settings),
        .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: settings),
        .testTarget(
            name: "DocumentationTests",
            dependencies: [
                "Analytics", "Histories", "LogReading", "Purchases", "Recommendations", "Reports", "Signing", "Storage", "Rendering",
                "Typography", "Charts", "Drawing",
            ],
            swiftSettings: settings),
        .testTarget(name: "PurchasesTests", dependencies: ["Purchases", "Hashing"], swiftSettings: settings),
        .testTarget(
            name: "LogReadingTests", dependencies: ["LogReading", "Purchases", "Hashing", "CZlib", "CZip"], swiftSettings: settings),
        .testTarget(name: "SigningTests", dependencies: ["Signing", "Purchases"], swiftSettings: settings),
        .testTarget(
            name: "AccessTests",
            dependencies: [
                "Access", "Purchases", "Hashing", .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SamplesTests", dependencies: ["Samples", "Purchases", "Hashing"], swiftSettings: settings),
        .testTarget(name: "HistoriesTests", dependencies: ["Histories", "Purchases", "Hashing", "CDeflate"], swiftSettings: settings),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Access", "LogReading", "Storage", "SQLStorage", "PostgresStorage", "SQLiteStorage", "Histories", "Recommendations",
                "Purchases", "Hashing", "TestServers",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Releases"], swiftSettings: settings),
        .testTarget(name: "RecommendationsTests", dependencies: ["Recommendations", "Purchases", "Hashing"], swiftSettings: settings),
        .testTarget(name: "AnalyticsTests", dependencies: ["Analytics", "Purchases", "Hashing"], swiftSettings: settings),
        .testTarget(
            name: "ChartsTests", dependencies: ["Charts", "Drawing", "Typography", "GalleryCharts", "GoldenSupport"],
            exclude: ["Goldens"], swiftSettings: settings),
        .testTarget(name: "ChartSpecsTests", dependencies: ["ChartSpecs", "Charts", "Drawing"], swiftSettings: settings),
        .testTarget(name: "TypographyTests", dependencies: ["Typography", "Drawing"], swiftSettings: settings),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "Typography", "Charts", "Drawing", "Hashing", "CCairo", "CDeflate", "GalleryCharts"],
            exclude: ["Readers"], swiftSettings: settings),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "LogReading", "Server", "Reports", "Recommendations", "Analytics", "Storage", "Typography", "Charts", "Drawing",
                "Purchases", "Hashing",
                "GoldenSupport",
            ],
            exclude: ["Goldens"], swiftSettings: settings),
        .testTarget(
            name: "MailingTests", dependencies: ["Mailing", "Purchases", "Typography", "Charts", "Drawing", "TestServers"],
            swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "Access", "Mailing", "Dashboard", "Reports", "Signing", "Storage", "LogReading", "Rendering", "Typography",
                "ChartSpecs", "Charts",
                "Drawing",
                "Purchases", "CDeflate",
                coreMetrics, hummingbird, httpTypes, logging, nioCore, nioPosix,
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "CartographTests",
            dependencies: [
                "Cartograph", "PostgresStorage", "Purchases", "Storage", "LogReading", "TestServers", logging,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
