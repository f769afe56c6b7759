import HTTPTypes
import Hummingbird
import Mailing
import NIOCore
import Reports

/// `/api/mail/lint`: what is wrong with a mail.
struct MailRoutes: Sendable {
    let slots: RenderingSlots

    /// Bytes of a message that is looked at: reading one takes a few times its size.
    private static let messageLimit = 5 << 20

    func add(to router: some RouterMethods<ServerContext>) {
        router.on("api/mail/lint", method: .post) { request, _ in try await lint(request) }
        router.refuseMethods(at: "api/mail/lint", except: [.post])
    }

    private func lint(_ request: Request) async throws -> Response {
        try QueryReader(request.query).finish()
        let bytes = try await request.file(upTo: Self.messageLimit)
        let json = try await slots.run { MailLint(ReceivedMessage(bytes)).json }
        return Response(
            status: .ok, headers: [.contentType: Representation.json.contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }
}
