import Foundation
import Mustache

/// The HTML pages, made of templates that are part of the program.
///
///     let pages = try DashboardPages()
///     pages.html(of: ShopperPage(…))
public struct DashboardPages: Sendable {
    private let library: MustacheLibrary

    /// Reads the templates.
    ///
    /// - Throws: When one of them is not a template: a fault of the build, not of any input.
    public init() throws {
        let sources = [
            "head": PackageResources.head_mustache, "foot": PackageResources.foot_mustache, "start": PackageResources.start_mustache,
            "shopper": PackageResources.shopper_mustache, "problem": PackageResources.problem_mustache,
            "report": PackageResources.report_mustache,
        ]
        library = MustacheLibrary(templates: try sources.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
    }

    public func html(of page: StartPage) -> String { render(page, "start") }
    public func html(of page: ShopperPage) -> String { render(page, "shopper") }

    public func html(of page: ReportPage) -> String { render(page, "report") }

    /// Returns a page that says what went wrong.
    public func html(ofProblem title: String, detail: String) -> String { render(["title": title, "detail": detail], "problem") }

    private func render(_ page: Any, _ template: String) -> String {
        library.render(page, withTemplate: template) ?? ""
    }
}

/// A file that the pages ask for.
public struct DashboardAsset: Sendable {
    public let name: String
    public let mediaType: String
    public let bytes: [UInt8]

    public static let all = [
        DashboardAsset(name: "style.css", mediaType: "text/css; charset=utf-8", bytes: PackageResources.style_css),
        DashboardAsset(name: "icon.svg", mediaType: "image/svg+xml", bytes: PackageResources.icon_svg),
    ]
}
