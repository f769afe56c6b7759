import Charts
import HTTPTypes
import Hummingbird
import Logging
import Reports
import Typography

/// Turns whatever a route throws into a response: a picture where a picture was asked for, `application/problem+json` elsewhere.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = ServerContext

    let typesetter: Typesetter
    /// Draws the pictures of problems. Not the slots of the charts: when those are full, this is how to say so.
    let slots: RenderingSlots

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            // A router that knows no such path or method throws a bare 404, whose words are better said here.
            let isBareNotFound = (error as? HTTPError)?.status == .notFound
            guard let problem = isBareNotFound ? .unknownPath(request.uri.path) : Problem(error) else {
                return Response(status: .clientClosedRequest)
            }
            log(error, of: problem, in: context)
            return await response(for: problem, to: request, in: context)
        }
    }

    private func response(for problem: Problem, to request: Request, in context: ServerContext) async -> Response {
        var headers = problem.headers
        headers[.cacheControl] = "no-store"
        headers[.problemType] = problem.type
        var bytes = problem.json
        headers[.contentType] = Problem.mediaType
        if let representation = Representation(pictureAt: request.uri.path) {
            headers[.vary] = problem.isOfNoLanguage ? "Accept, Accept-Language" : "Accept"
            if let picture = await picture(of: problem, as: representation, for: request, in: context) {
                bytes = picture
                headers[.contentType] = representation.contentType
                headers.addPicturePolicies(for: representation)
            }
        }
        let response = Response(status: problem.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// Returns the problem in a picture of the asked size, look and language, as far as that can be read, or nil when the client prefers data.
    private func picture(
        of problem: Problem, as representation: Representation, for request: Request, in context: ServerContext
    ) async -> [UInt8]? {
        let acceptance = Acceptance(request.headers[values: .accept])
        let wish = acceptance.explicitQuality(of: Problem.mediaType)
        if wish > acceptance.quality(of: representation.mediaType) { return nil }
        var reader = QueryReader(Query(encoded: request.uri.query ?? ""))
        let browser = problem.isOfNoLanguage ? Locale(languages: request.headers[values: .acceptLanguage]) : nil
        let (style, locale) = (PictureStyle(&reader), reader.value(.locale) ?? browser ?? .americanEnglish)
        let typesetter = typesetter
        do {
            return try await slots.run { try problem.picture(as: representation, style: style, locale: locale, typesetter: typesetter) }
        } catch {
            context.logger.warning("A problem could not be drawn", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func log(_ error: any Error, of problem: Problem, in context: ServerContext) {
        guard problem.status.kind == .serverError, !(error is RenderingSlots.Saturation) else { return }
        context.logger.error("\(problem.title)", metadata: ["error": "\(String(reflecting: error))"])
    }
}

extension HTTPField.Name {
    /// The type of the problem whose picture the body is.
    static let problemType = HTTPField.Name("Problem-Type")!
}

extension HTTPResponse.Status {
    /// What logs call a request whose client left before its answer; it is never sent.
    static let clientClosedRequest = HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
}
