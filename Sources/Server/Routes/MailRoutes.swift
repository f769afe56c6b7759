import HTTPTypes
import Hummingbird
import Mailing
import NIOCore
import Reports
import Signing

/// `/api/mail/lint` and `/api/inspect`: what is wrong with a mail, and what a picture carries.
struct MailRoutes: Sendable {
    let slots: RenderingSlots
    /// What verify the signatures of figures.
    let keys: KeyRing

    /// Bytes of a message that is looked at: reading one takes a few times its size.
    private static let messageLimit = 5 << 20

    func add(to router: some RouterMethods<ServerContext>) {
        router.on("api/mail/lint", method: .post) { request, context in try await lint(request, context) }
        router.on("api/inspect", method: .post) { request, context in try await inspect(request, context) }
        for path in ["api/mail/lint", "api/inspect"] { router.refuseMethods(at: RouterPath(path), except: [.post]) }
    }

    private func lint(_ request: Request, _ context: ServerContext) async throws -> Response {
        try QueryReader(request.query).finish()
        let bytes = try await context.file(of: request, upTo: Self.messageLimit)
        let json = try await slots.run { MailLint(ReceivedMessage(bytes)).json }
        return answer(json.bytes)
    }

    private func inspect(_ request: Request, _ context: ServerContext) async throws -> Response {
        try QueryReader(request.query).finish()
        let bytes = try await context.file(of: request, upTo: Inspection.sizeLimit)
        return try await answer(slots.run { [keys] in try Inspection(bytes, verifiedWith: keys).json })
    }

    private func answer(_ json: [UInt8]) -> Response {
        Response(
            status: .ok, headers: [.contentType: Representation.json.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json))
        )
    }
}
