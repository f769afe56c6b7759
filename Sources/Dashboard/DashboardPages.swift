import Foundation
import Mustache
import Templates

/// The HTML pages, made of templates that are part of the program.
///
///     let pages = try DashboardPages()
///     pages.html(of: StartPage(…))
public struct DashboardPages: Sendable {
    private let library: MustacheLibrary

    /// Reads the templates.
    ///
    /// - Throws: When one of them is not a template: a fault of the build, not of any input.
    public init() throws {
        let sources = [
            "layout": PackageResources.layout_mustache, "start": PackageResources.start_mustache,
            "import": PackageResources.import_mustache, "reconciliation": PackageResources.reconciliation_mustache,
            "shop": PackageResources.shop_mustache, "shopper": PackageResources.shopper_mustache,
            "figure": PackageResources.figure_mustache, "filters": PackageResources.filters_mustache,
            "upload": PackageResources.upload_mustache, "reading": PackageResources.reading_mustache,
            "questions": PackageResources.questions_mustache,
            "saved": PackageResources.saved_mustache, "share": PackageResources.share_mustache,
            "suggestions": PackageResources.suggestions_mustache, "suggestion-group": PackageResources.suggestion_group_mustache,
            "suggestion-counts": PackageResources.suggestion_counts_mustache,
            "changes": PackageResources.changes_mustache,
            "cards": PackageResources.cards_mustache, "options": PackageResources.options_mustache,
            "problem": PackageResources.problem_mustache,
            "api": PackageResources.api_mustache, "chart": PackageResources.chart_mustache,
            "login": PackageResources.login_mustache, "account": PackageResources.account_mustache,
            "keys": PackageResources.keys_mustache, "list": PackageResources.list_mustache,
            "unsubscription": PackageResources.unsubscription_mustache,
            "report": PackageResources.report_mustache,
        ]
        library = MustacheLibrary(templates: try sources.mapValues { try MustacheTemplate(html: $0) })
    }

    public func html(of page: StartPage) -> String { render(page, "start") }
    public func html(of page: ImportPage) -> String { render(page, "import") }
    public func html(of page: QuestionsPage) -> String { render(page, "questions") }
    public func html(of page: ReconciliationPage) -> String { render(page, "reconciliation") }
    public func html(of page: ShopPage) -> String { render(page, "shop") }
    public func html(of page: ShopperPage) -> String { render(page, "shopper") }
    public func html(of page: SharePage) -> String { render(page, "share") }
    public func html(of page: UnsubscriptionPage) -> String { render(page, "unsubscription") }
    public func html(of page: SuggestionCountsPage) -> String { render(page, "suggestion-counts") }
    public func html(of page: APIPage) -> String { render(page, "api") }
    public func html(of page: ChartPage) -> String { render(page, "chart") }
    public func html(of page: LoginPage) -> String { render(page, "login") }
    public func html(of page: AccountPage) -> String { render(page, "account") }
    public func html(of page: KeysPage) -> String { render(page, "keys") }
    public func html(of page: ListPage) -> String { render(page, "list") }
    public func html(of page: ProblemPage) -> String { render(page, "problem") }

    public func html(of page: ReportPage) -> String { render(page, "report") }

    /// Returns a chart with all that belongs to it, as a part of a page.
    public func html(of figure: Figure) -> String { render(figure, "figure") }

    private func render(_ page: Any, _ template: String) -> String {
        library.render(page, withTemplate: template) ?? ""
    }
}
