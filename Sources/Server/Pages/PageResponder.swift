import Dashboard
import HTTPTypes
import Hummingbird
import NIOCore
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
        routes.on(path, handlers) { error, request in
            // People read this one, so what went wrong is a page too. What is not theirs to know goes on to the log.
            guard let problem = Problem(error), problem.status.kind == .clientError else { return nil }
            var answer = page(
                pages.html(of: ProblemPage(problem.title, detail: problem.detail, for: Reader(request))), status: problem.status)
            for field in problem.headers { answer.headers[field.name] = field.value }
            return answer
        }
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
