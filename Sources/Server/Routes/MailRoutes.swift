import HTTPTypes
import Hummingbird
import Mailing
import Reports

/// `/api/mail/lint` and `/api/inspect`: what is wrong with a mail, and what a picture carries.
struct MailRoutes: Sendable {
    let services: Services

    /// Bytes of a message that is looked at: reading one takes a few times its size.
    private static let messageLimit = 5 << 20

    func add(to routes: Routes) {
        routes.on("api/mail/lint", [.post: lint])
        routes.on("api/inspect", [.post: inspect])
    }

    @Sendable private func lint(_ request: Request, _ context: ServerContext) async throws -> Answer {
        try QueryReader(request.query).finish()
        let bytes = try await context.file(of: request, upTo: Self.messageLimit)
        return .json(try await services.admission.run { MailLint(ReceivedMessage(bytes)).json }, .notStored)
    }

    @Sendable private func inspect(_ request: Request, _ context: ServerContext) async throws -> Answer {
        try QueryReader(request.query).finish()
        let bytes = try await context.file(of: request, upTo: Inspection.sizeLimit)
        let json = try await services.admission.run { [keys = services.signer.keys] in try Inspection(bytes, verifiedWith: keys).json }
        return .bytes(json, as: Representation.json.contentType, .notStored)
    }
}
