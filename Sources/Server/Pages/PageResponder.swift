import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
import Reports
import Storage

/// What all pages have in common: how they are made, kept, sent and fail.
struct PageResponder: Sendable {
    let pages: DashboardPages
    let build: String

    private static let htmlType = "text/html; charset=utf-8"
    private static let policies: HTTPFields = [
        .contentSecurityPolicy: """
        default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; \
        manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """,
        .referrerPolicy: "same-origin",
    ]

    /// Serves pages at a path, and what forms send to it.
    func add(_ path: RouterPath, to routes: Routes, _ handlers: Handlers) {
        routes.on(path, handlers) { error, request, context in
            // People read this one, so what went wrong is a page too. What is not theirs to know goes on to the log, and who has to sign
            // in first is led there.
            guard let problem = Problem(error), problem.status.kind == .clientError, problem.kind != .unidentified else { return nil }
            return page(of: problem, to: request, context)
        }
    }

    /// Answers with a page that says what went wrong.
    func page(of problem: Problem, to request: Request, _ context: ServerContext) -> Answer {
        let reader = Reader(request, context)
        let words = problem.words(in: reader.presentation.locale)
        var answer = page(
            pages.html(of: ProblemPage(words.title, detail: words.detail, for: reader)), status: problem.status)
        for field in problem.headers { answer.headers[field.name] = field.value }
        // Some addresses are secrets.
        answer.headers[.referrerPolicy] = "no-referrer"
        return answer
    }

    /// Answers with a page, unless the client has it already. What was made is kept for whoever asks next.
    ///
    /// - Parameters:
    ///   - name: what kind of page it is.
    ///   - revision: that of the data it shows, as it was looked up.
    ///   - details: what decides the page besides the data and its reader.
    func page(
        _ name: String, _ revision: Revision, _ details: [String], for reader: Reader,
        make: @escaping @Sendable () async throws -> VersionedContent.Content
    ) -> Answer {
        let identity = [build, name] + details + reader.identity
        var headers = Self.policies
        headers[.contentType] = Self.htmlType
        headers[.vary] = "Cookie, Accept-Language"
        return Answer(
            headers: headers,
            body: .versioned(
                VersionedContent(
                    revision: revision,
                    stamp: { revision in
                        // A page is shown again only after the server said that it is still right.
                        .init(tag: EntityTag(revision, identity), cacheControl: .fixed("private, no-cache"), version: revision)
                    },
                    key: .init(path: name, identity: identity, representation: nil), make: make
                )
            )
        )
    }

    /// Answers with a page that is made for this request alone.
    func page(_ html: String, status: HTTPResponse.Status = .ok) -> Answer {
        var headers = Self.policies
        headers[.cacheControl] = "no-store"
        return .bytes(Array(html.utf8), as: Self.htmlType, status: status, headers)
    }
}
