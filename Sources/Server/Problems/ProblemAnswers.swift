import Charts
import HTTPTypes
import Hummingbird
import Logging
import Reports
import Storage
import Typography

/// Makes answers of problems: a picture where a picture was asked for, `application/problem+json` elsewhere.
struct ProblemAnswers: Sendable {
    let typesetter: Typesetter
    /// Draws the pictures of problems. Not that of the charts: when that is full, this is how to say so.
    let admission: Admission
    let contents: ContentCache
    let build: String

    /// Of pictures that say what went wrong: one that would have been too large must not be drawn as large all the same.
    private static let pixelLimit = 2_000_000

    func answer(for problem: Problem, to request: Request, in context: ServerContext) async -> Answer {
        var answer = data(of: problem)
        guard let representation = Representation(pictureAt: request.uri.path) else { return answer }
        // A link's look is in the link, and nobody knows that of a forged one.
        let isLook = !problem.isOfNoLanguage
        answer.headers[.vary] = isLook ? "Accept" : "Accept, Accept-Language"
        let acceptance = Acceptance(request.headers[values: .accept])
        // A client that prefers data gets it.
        if acceptance.explicitQuality(of: Problem.mediaType) > acceptance.quality(of: representation.mediaType) { return answer }
        var reader = QueryReader(isLook ? request.query : Query())
        let browser = isLook ? nil : Locale(languages: request.headers[values: .acceptLanguage])
        let (style, locale) = (PictureStyle(&reader), reader.value(.locale) ?? browser ?? .americanEnglish)
        do {
            answer.body = .bytes(try await picture(of: problem, as: representation, style, locale))
            answer.headers[.contentType] = representation.contentType
            answer.headers.addPicturePolicies(for: representation, isLinked: request.uri.path.hasPrefix("/s/"))
        } catch {
            context.logger.warning("A problem could not be drawn", metadata: ["error": "\(error)"])
        }
        return answer
    }

    /// Returns what is said of a link that no longer works: to who shows pictures in a picture, as a success, since mail clients show
    /// nothing else; to all others in data.
    func answer(for problem: Problem, ofLinkTo name: String, terms: Query, _ request: Request) async throws -> Answer {
        var answer = data(of: problem)
        answer.headers[.vary] = "Accept"
        let acceptance = Acceptance(request.headers[values: .accept])
        guard let representation = Representation(pictureAt: "/\(name)"), representation != .pdf, acceptance.namesPictures else {
            return answer
        }
        var reader = QueryReader(terms)
        let (style, locale) = (PictureStyle(&reader), Presentation(&reader).locale)
        answer.body = .bytes(try await picture(of: problem, as: representation, style, locale))
        answer.status = .ok
        answer.headers[.contentType] = representation.contentType
        answer.headers.addPicturePolicies(for: representation, isLinked: true)
        return answer
    }

    private func data(of problem: Problem) -> Answer {
        var headers = problem.headers
        headers[.cacheControl] = "no-store"
        headers[.problemType] = problem.type
        return .bytes(problem.json, as: Problem.mediaType, status: problem.status, headers)
    }

    /// Returns the problem in a picture of the asked size, look and language. Those of links are kept: many have the same.
    private func picture(
        of problem: Problem, as representation: Representation, _ style: PictureStyle, _ locale: Locale
    ) async throws -> ByteBuffer {
        let key = ContentCache.Key(
            path: problem.type, identity: [build, problem.title, problem.detail, Query(style.fields).encoded, locale.identifier],
            representation: representation
        )
        return try await contents.entry(for: problem.kind.isOfLinks ? key : nil, at: .zero) { [admission, typesetter] in
            let bytes = try await admission.run {
                try problem.picture(
                    as: representation, style: style.limited(toPixels: Self.pixelLimit), locale: locale, typesetter: typesetter)
            }
            return ContentCache.Entry(body: ByteBuffer(bytes: bytes), revision: .zero, version: .zero)
        }.body
    }
}

extension HTTPField.Name {
    /// The type of the problem whose picture the body is.
    static let problemType = HTTPField.Name("Problem-Type")!
}
