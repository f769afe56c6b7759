import Foundation
import Hashing

/// A file that the pages ask for.
public struct DashboardAsset: Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: [UInt8]
    /// Changes whenever the bytes do.
    public let version: String

    public static let all = [
        DashboardAsset("style.css", "text/css; charset=utf-8", PackageResources.style_css),
        DashboardAsset("script.js", "text/javascript; charset=utf-8", PackageResources.script_js),
        DashboardAsset("icon.svg", "image/svg+xml", PackageResources.icon_svg),
        DashboardAsset("icon-192.png", "image/png", PackageResources.icon_192_png),
        DashboardAsset("icon-512.png", "image/png", PackageResources.icon_512_png),
        DashboardAsset("inter-regular.woff2", "font/woff2", PackageResources.inter_regular_woff2),
        DashboardAsset("inter-semibold.woff2", "font/woff2", PackageResources.inter_semibold_woff2),
        DashboardAsset("site.webmanifest", "application/manifest+json", PackageResources.site_webmanifest),
    ]

    private init(_ name: String, _ mediaType: String, _ bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
        version = String(bytes.reduce(into: FNVHash()) { $0.combine($1) }.value, radix: 36)
    }

    private static let addresses = Dictionary(uniqueKeysWithValues: all.map { ($0.name, "/assets/\($0.name)?v=\($0.version)") })

    /// Returns where a file is, under an address that is another one when the file is.
    static func address(of name: String) -> String { addresses[name] ?? "/assets/\(name)" }
}
